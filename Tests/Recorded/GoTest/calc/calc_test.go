package calc

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestAdd(t *testing.T) {
	if Add(1, 2) != 3 {
		t.Fatal("1+2")
	}
}

func TestTable(t *testing.T) {
	cases := []struct {
		name    string
		a, b, w int
	}{{"zero", 0, 0, 0}, {"small numbers", 1, 2, 3}, {"wrong", 2, 2, 5}, {"", 1, 1, 2}, {"wrong", 1, 1, 3}}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Add(c.a, c.b); got != c.w {
				t.Errorf("Add(%d, %d) = %d, want %d", c.a, c.b, got, c.w)
			}
		})
	}
}

func TestDiv(t *testing.T) {
	_, err := Div(1, 0)
	if !errors.Is(err, ErrDiv) {
		t.Error("no error", err)
	}
	t.Log("several\nlines", 1)
	t.Logf("%05d", 42)
}

func helper(t *testing.T, s string) {
	t.Helper()
	if s != "hidden" {
		t.Error("helper complains about", s)
	}
}

func TestHelper(t *testing.T) {
	helper(t, hidden())
	helper(t, "x")
}

func TestSkip(t *testing.T) {
	t.Skip("not today")
}

func TestCleanup(t *testing.T) {
	t.Cleanup(func() { fmt.Println("cleanup 1") })
	t.Cleanup(func() { t.Log("cleanup 2") })
	t.Run("inner", func(t *testing.T) {
		t.Cleanup(func() { fmt.Println("inner cleanup") })
		t.Run("innermost", func(t *testing.T) { t.SkipNow() })
	})
	defer fmt.Println("deferred")
	t.FailNow()
	t.Log("never")
}

func TestParallel(t *testing.T) {
	t.Run("along", func(t *testing.T) {
		t.Parallel()
		t.Error("fails")
	})
	t.Run("before", func(t *testing.T) {})
	t.Log("end of the parent")
}

func TestPrint(t *testing.T) {
	fmt.Println("printed", t.Name())
	fmt.Print("no newline")
}

func Testlower(t *testing.T) { t.Fatal("not a test") }

func TestBoth(t *testing.T) {
	if testing.Short() {
		t.Skip()
	}
	if !strings.HasPrefix(t.Name(), "Test") || t.Failed() || t.Skipped() {
		t.Fail()
	}
}

func ExampleAdd() {
	fmt.Println(Add(1, 2))
	// Output: 3
}

func ExampleDiv() {
	fmt.Println(Div(7, 2))
	// Output: 4 <nil>
}

func BenchmarkAdd(b *testing.B) {
	for i := 0; i < b.N; i++ {
		Add(i, i)
	}
}

func FuzzAdd(f *testing.F) {
	f.Add(1, 2)
	f.Fuzz(func(t *testing.T, a, b int) {
		if Add(a, b) != Add(b, a) {
			t.Error("not commutative")
		}
	})
}
