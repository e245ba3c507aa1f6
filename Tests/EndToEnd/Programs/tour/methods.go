package main

import (
	"fmt"
	"io"
	"math"
	"strings"
	"time"
)

type Abser interface{ Abs() float64 }
type MyFloat float64

func (f MyFloat) Abs() float64 { return math.Abs(float64(f)) }

type Vertex struct{ X, Y float64 }

func (v *Vertex) Abs() float64     { return math.Sqrt(v.X*v.X + v.Y*v.Y) }
func (v *Vertex) Scale(f float64) { v.X, v.Y = v.X*f, v.Y*f }

type T struct{ S string }

func (t *T) M() {
	if t == nil {
		fmt.Println("<nil>")
		return
	}
	fmt.Println(t.S)
}

type IPAddr [4]byte

func (a IPAddr) String() string { return fmt.Sprintf("%v.%v.%v.%v", a[0], a[1], a[2], a[3]) }

type MyError struct {
	When time.Time
	What string
}

func (e *MyError) Error() string { return fmt.Sprintf("at %v, %s", e.When.Year() > 1000, e.What) }
func run() error                 { return &MyError{time.Now(), "it didn't work"} }

type ErrNegativeSqrt float64

func (e ErrNegativeSqrt) Error() string { return fmt.Sprintf("cannot Sqrt negative number: %v", float64(e)) }
func Sqrt(x float64) (float64, error) {
	if x < 0 {
		return 0, ErrNegativeSqrt(x)
	}
	z := 1.0
	for range 10 {
		z -= (z*z - x) / (2 * z)
	}
	return z, nil
}

func main() {
	var a Abser = MyFloat(-math.Sqrt2)
	v := Vertex{3, 4}
	fmt.Println(a.Abs())
	a = &v
	v.Scale(10)
	fmt.Println(a.Abs(), v)
	var t *T
	t.M()
	(&T{"hello"}).M()
	hosts := map[string]IPAddr{"loopback": {127, 0, 0, 1}}
	fmt.Println(hosts)
	if err := run(); err != nil {
		fmt.Println(err)
	}
	fmt.Println(Sqrt(2))
	fmt.Println(Sqrt(-2))
	r := strings.NewReader("Hello, Reader!")
	b := make([]byte, 8)
	for {
		n, err := r.Read(b)
		fmt.Printf("n = %v err = %v b[:n] = %q\n", n, err, b[:n])
		if err == io.EOF {
			break
		}
	}
}
