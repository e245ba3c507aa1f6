// Package flag reads a program's flags from its command line.
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// ErrHelp is the error of -help and -h where no such flag is defined.
var ErrHelp = errors.New("flag: help requested")

var (
	errParse = errors.New("parse error")
	errRange = errors.New("value out of range")
)

func numberError(err error) error {
	e, ok := err.(*strconv.NumError)
	switch {
	case !ok:
		return err
	case e.Err == strconv.ErrSyntax:
		return errParse
	case e.Err == strconv.ErrRange:
		return errRange
	}
	return err
}

// A Value is a flag's variable.
type Value interface {
	String() string
	Set(string) error
}

// A Getter is a Value that can be asked.
type Getter interface {
	Value
	Get() any
}

// A boolFlag needs no value behind it.
type boolFlag interface {
	Value
	IsBoolFlag() bool
}

// ErrorHandling is what Parse does about an error.
type ErrorHandling int

const (
	ContinueOnError ErrorHandling = iota // return it
	ExitOnError                          // end the program: with 2, or with 0 after -help
	PanicOnError
)

// A Flag is a flag.
type Flag struct {
	Name     string
	Usage    string
	Value    Value
	DefValue string
}

// A FlagSet is a set of flags.
type FlagSet struct {
	// Usage is called at an error; nil stands for what PrintDefaults prints, with a title.
	Usage func()

	name   string
	parsed bool
	actual map[string]*Flag
	formal map[string]*Flag
	args   []string
	onErr  ErrorHandling
	output io.Writer
}

// NewFlagSet is an empty set.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, onErr: errorHandling}
	f.Usage = f.usage
	return f
}

// Init sets name and error handling.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name, f.onErr = name, errorHandling
}

func (f *FlagSet) Name() string                 { return f.name }
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.onErr }
func (f *FlagSet) SetOutput(output io.Writer)   { f.output = output }

// Output is where messages go.
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

func inOrder(flags map[string]*Flag) []*Flag {
	list := make([]*Flag, 0, len(flags))
	for _, f := range flags {
		list = append(list, f)
	}
	slices.SortFunc(list, func(a, b *Flag) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// VisitAll calls fn for all flags, in the order of their names.
func (f *FlagSet) VisitAll(fn func(*Flag)) {
	for _, flag := range inOrder(f.formal) {
		fn(flag)
	}
}

// Visit calls fn for the flags that were set.
func (f *FlagSet) Visit(fn func(*Flag)) {
	for _, flag := range inOrder(f.actual) {
		fn(flag)
	}
}

// Lookup is the flag with a name, or nil.
func (f *FlagSet) Lookup(name string) *Flag { return f.formal[name] }

// Set sets a flag.
func (f *FlagSet) Set(name, value string) error {
	flag, ok := f.formal[name]
	if !ok {
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	if f.actual == nil {
		f.actual = make(map[string]*Flag)
	}
	f.actual[name] = flag
	return nil
}

// Var defines a flag of the program's own type.
func (f *FlagSet) Var(value Value, name string, usage string) {
	switch {
	case strings.HasPrefix(name, "-"):
		panic(f.complain("flag %q begins with -", name))
	case strings.Contains(name, "="):
		panic(f.complain("flag %q contains =", name))
	}
	if _, there := f.formal[name]; there {
		if f.name == "" {
			panic(f.complain("flag redefined: %s", name))
		}
		panic(f.complain("%s flag redefined: %s", f.name, name))
	}
	if f.formal == nil {
		f.formal = make(map[string]*Flag)
	}
	f.formal[name] = &Flag{name, usage, value, value.String()}
}

// complain prints a message and returns it.
func (f *FlagSet) complain(format string, a ...any) string {
	text := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), text)
	return text
}

// fail is complain with the usage behind, for errors of Parse.
func (f *FlagSet) fail(format string, a ...any) error {
	text := f.complain(format, a...)
	f.showUsage()
	return errors.New(text)
}

func (f *FlagSet) showUsage() {
	if f.Usage == nil {
		f.usage()
	} else {
		f.Usage()
	}
}

func (f *FlagSet) usage() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

// isZero reports whether text is what the zero value of the flag's type prints as.
func isZero(flag *Flag, text string) bool {
	t := reflect.TypeOf(flag.Value)
	zero := reflect.Zero(t)
	if t.Kind() == reflect.Pointer {
		zero = reflect.New(t.Elem())
	}
	return text == zero.Interface().(Value).String()
}

// UnquoteUsage is the name of a flag's value, taken from the usage where it stands in back quotes, and the usage.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	usage = flag.Usage
	if before, rest, ok := strings.Cut(usage, "`"); ok {
		if quoted, after, ok := strings.Cut(rest, "`"); ok {
			return quoted, before + quoted + after
		}
	}
	name = "value"
	switch v := flag.Value.(type) {
	case boolFlag:
		if v.IsBoolFlag() {
			name = ""
		}
	case *durationValue:
		name = "duration"
	case *float64Value:
		name = "float"
	case *intValue, *int64Value:
		name = "int"
	case *stringValue:
		name = "string"
	case *uintValue, *uint64Value:
		name = "uint"
	}
	return name, usage
}

// PrintDefaults prints all flags with usage and default.
func (f *FlagSet) PrintDefaults() {
	f.VisitAll(func(flag *Flag) {
		line := "  -" + flag.Name
		name, usage := UnquoteUsage(flag)
		if name != "" {
			line += " " + name
		}
		if len(line) <= 4 { // a letter without value
			line += "\t"
		} else {
			line += "\n    \t"
		}
		line += strings.ReplaceAll(usage, "\n", "\n    \t")
		if !isZero(flag, flag.DefValue) {
			if _, ok := flag.Value.(*stringValue); ok {
				line += fmt.Sprintf(" (default %q)", flag.DefValue)
			} else {
				line += fmt.Sprintf(" (default %v)", flag.DefValue)
			}
		}
		fmt.Fprint(f.Output(), line, "\n")
	})
}

func (f *FlagSet) NFlag() int     { return len(f.actual) }
func (f *FlagSet) NArg() int      { return len(f.args) }
func (f *FlagSet) Args() []string { return f.args }
func (f *FlagSet) Parsed() bool   { return f.parsed }

// Arg is argument i behind the flags, or "".
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

// one reads one flag and reports whether there was one.
func (f *FlagSet) one() (bool, error) {
	if len(f.args) == 0 {
		return false, nil
	}
	arg := f.args[0]
	if len(arg) < 2 || arg[0] != '-' {
		return false, nil
	}
	name := arg[1:]
	if name[0] == '-' {
		name = name[1:]
		if name == "" { // -- ends the flags
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name == "" || name[0] == '-' || name[0] == '=' {
		return false, f.fail("bad flag syntax: %s", arg)
	}
	f.args = f.args[1:]
	hasValue := false
	value := ""
	if i := strings.IndexByte(name, '='); i > 0 {
		name, value, hasValue = name[:i], name[i+1:], true
	}
	flag, ok := f.formal[name]
	if !ok {
		if name == "help" || name == "h" {
			f.showUsage()
			return false, ErrHelp
		}
		return false, f.fail("flag provided but not defined: -%s", name)
	}
	if b, ok := flag.Value.(boolFlag); ok && b.IsBoolFlag() {
		if !hasValue {
			value = "true"
		}
		if err := f.Set(name, value); err != nil {
			if hasValue {
				return false, f.fail("invalid boolean value %q for -%s: %v", value, name, err)
			}
			return false, f.fail("invalid boolean flag %s: %v", name, err)
		}
		return true, nil
	}
	if !hasValue && len(f.args) > 0 {
		hasValue = true
		value, f.args = f.args[0], f.args[1:]
	}
	if !hasValue {
		return false, f.fail("flag needs an argument: -%s", name)
	}
	if err := f.Set(name, value); err != nil {
		return false, f.fail("invalid value %q for flag -%s: %v", value, name, err)
	}
	return true, nil
}

// Parse reads the flags at the beginning of arguments.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		more, err := f.one()
		if more {
			continue
		}
		if err == nil {
			return nil
		}
		switch f.onErr {
		case ExitOnError:
			if err == ErrHelp {
				os.Exit(0)
			}
			os.Exit(2)
		case PanicOnError:
			panic(err)
		}
		return err
	}
}

// CommandLine is the set of the program's own flags.
var CommandLine = NewFlagSet(os.Args[0], ExitOnError)

// Usage is called at an error on the command line.
var Usage = func() {
	fmt.Fprintf(CommandLine.Output(), "Usage of %s:\n", os.Args[0])
	PrintDefaults()
}

func init() { CommandLine.Usage = func() { Usage() } }

func VisitAll(fn func(*Flag))      { CommandLine.VisitAll(fn) }
func Visit(fn func(*Flag))         { CommandLine.Visit(fn) }
func Lookup(name string) *Flag     { return CommandLine.Lookup(name) }
func Set(name, value string) error { return CommandLine.Set(name, value) }
func PrintDefaults()               { CommandLine.PrintDefaults() }
func NFlag() int                   { return CommandLine.NFlag() }
func NArg() int                    { return CommandLine.NArg() }
func Arg(i int) string             { return CommandLine.Arg(i) }
func Args() []string               { return CommandLine.Args() }
func Parse()                       { CommandLine.Parse(os.Args[1:]) }
func Parsed() bool                 { return CommandLine.Parsed() }
