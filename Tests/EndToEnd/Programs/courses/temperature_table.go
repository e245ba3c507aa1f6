package main

import (
	"fmt"
	"strings"
)

type Celsius float64
type Fahrenheit float64

func (c Celsius) F() Fahrenheit    { return Fahrenheit(c*9/5 + 32) }
func (f Fahrenheit) C() Celsius    { return Celsius((f - 32) * 5 / 9) }
func (c Celsius) String() string   { return fmt.Sprintf("%.1f°C", float64(c)) }
func (f Fahrenheit) String() string { return fmt.Sprintf("%.1f°F", float64(f)) }

func main() {
	fmt.Printf("%10s %10s\n%s\n", "Celsius", "Fahrenheit", strings.Repeat("=", 21))
	for c := Celsius(-40); c <= 100; c += 35 {
		fmt.Printf("%10v %10v %v\n", c, c.F(), c.F().C() == c)
	}
	var temps [7]float64
	for i := range temps {
		temps[i] = float64(i*i) - 3.5
	}
	sum, lo, hi := 0.0, temps[0], temps[0]
	for _, t := range temps {
		sum += t
		lo, hi = min(lo, t), max(hi, t)
	}
	fmt.Printf("%.2f %.1f %.1f %6.3f|%-8.2f|%+.1e\n", sum/float64(len(temps)), lo, hi, sum, lo, hi)
}
