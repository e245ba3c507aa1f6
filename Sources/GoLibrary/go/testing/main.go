package testing

// An M is what TestMain gets.
type M struct {
	tests    []InternalTest
	examples []InternalExample
	chatty   bool
	status   int
}

// NewM is for the main function that calls TestMain.
func NewM(tests []InternalTest, examples []InternalExample, chatty bool) *M {
	return &M{tests: tests, examples: examples, chatty: chatty}
}

// Run runs the tests and the examples and returns the exit status.
func (m *M) Run() int {
	m.status = RunTests(m.tests, m.examples, m.chatty)
	return m.status
}

// ExitCode is what Run returned, for a TestMain that does not exit itself.
func (m *M) ExitCode() int { return m.status }

// TB is what T has in common with other kinds of tests.
type TB interface {
	Cleanup(func())
	Error(args ...any)
	Errorf(format string, args ...any)
	Fail()
	FailNow()
	Failed() bool
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Setenv(key, value string)
	Skip(args ...any)
	SkipNow()
	Skipf(format string, args ...any)
	Skipped() bool
	TempDir() string

	private() // no other types are one
}

// Init has nothing to do: there are no flags.
func Init() {}

// CoverMode is "": nothing is counted.
func CoverMode() string { return "" }

// Coverage is 0: nothing is counted.
func Coverage() float64 { return 0 }
