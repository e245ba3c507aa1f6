// Prints random constant expressions with what Go makes of them, one per line:
//
//	postfix expression <tab> kind <tab> text <tab> float64 bits (if real) <tab> type=bits ... that represent the value
//
// go run constants.go -seed 1 -count 400 > constants.txt
package main

import (
	"flag"
	"fmt"
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"math"
	"math/rand"
	"strings"
)

var random *rand.Rand

var literals = []string{
	"0", "1", "2", "3", "7", "10", "127", "128", "255", "256", "32768", "65535", "2147483647", "2147483648", "4294967296",
	"9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616", "0x7fff_ffff",
	"0b1011", "0o17", "0777", "123456789012345678901234567890", "'a'", "'\\n'", "'\\u00e9'", "'世'", "'\\377'",
	"0.5", "1.5", "3.0", "0.1", "2.5", "1e6", "123456.0", "1e20", "1e21", "1e-5", ".25", "6.02214076e23", "1e308", "1e309",
	"3.4028235e38", "3.4028236e38", "1.401298464324817e-45", "7e-46", "4.9e-324", "2.4e-324", "1e-400", "1e1000",
	"1e-1000", "0x1p-2", "0x1.8p10", "0x1p1023", "0x1.fffffffffffff8p1023", "0x1.fffffep127", "1e1300", "1e5000", "1e-5000",
	"1i", "2.5i", "0i", "010i", "0x10i", "16777217.0", "9007199254740993", "0.30000000000000001", "1_000.5",
}

// A random expression: infix for Go, postfix for the test.
func expression(depth int) (infix, postfix string) {
	if depth == 0 || random.Intn(5) == 0 {
		text := literals[random.Intn(len(literals))]
		return text, text
	}
	if random.Intn(6) == 0 {
		op := []string{"-", "+", "^"}[random.Intn(3)]
		x, px := expression(depth - 1)
		return op + "(" + x + ")", px + " u" + op
	}
	op := []string{"+", "-", "*", "/", "+", "-", "*", "/", "%", "&", "|", "^", "&^", "<<", ">>", "<", "=="}[random.Intn(17)]
	x, px := expression(depth - 1)
	y, py := expression(depth - 1)
	if op == "<<" || op == ">>" {
		y = fmt.Sprint(random.Intn(80))
		py = y
	}
	return "(" + x + ")" + op + "(" + y + ")", px + " " + py + " " + op
}

var kinds = []string{
	"int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr", "float32", "float64",
	"complex64", "complex128",
}

func evaluate(text string) (result types.TypeAndValue, err error) {
	defer func() {
		if recover() != nil {
			err = fmt.Errorf("panic")
		}
	}()
	fset := token.NewFileSet()
	expr, err := parser.ParseExprFrom(fset, "x", text, 0)
	if err != nil {
		return
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	if err = types.CheckExpr(fset, nil, token.NoPos, expr, info); err != nil {
		return
	}
	result = info.Types[expr]
	return
}

func bits(v constant.Value) string {
	f, _ := constant.Float64Val(constant.ToFloat(v))
	return fmt.Sprintf("%016x", math.Float64bits(f))
}

func main() {
	seed := flag.Int64("seed", 1, "seed of the random expressions")
	count := flag.Int("count", 300, "number of expressions")
	flag.Parse()
	random = rand.New(rand.NewSource(*seed))
	for n := 0; n < *count; {
		infix, postfix := expression(1 + random.Intn(4))
		value, err := evaluate(infix)
		if err != nil || value.Value == nil || value.Value.Kind() == constant.Unknown {
			continue
		}
		n++
		kind := value.Type.String()
		if value.Value.Kind() == constant.Bool {
			fmt.Printf("%s\t%s\t%s\t\t\n", postfix, kind, value.Value)
			continue
		}
		double := ""
		if constant.ToFloat(value.Value).Kind() != constant.Unknown {
			double = bits(value.Value)
		}
		results := []string{}
		for _, name := range kinds {
			typed, err := evaluate(name + "(" + infix + ")")
			if err != nil || typed.Value == nil {
				continue
			}
			text := typed.Value.ExactString()
			if typed.Value.Kind() == constant.Float {
				text = bits(typed.Value)
			} else if typed.Value.Kind() == constant.Complex {
				text = bits(constant.Real(typed.Value)) + "+" + bits(constant.Imag(typed.Value))
			}
			results = append(results, name+"="+text)
		}
		fmt.Printf("%s\t%s\t%s\t%s\t%s\n", postfix, kind, value.Value, double, strings.Join(results, " "))
	}
}
