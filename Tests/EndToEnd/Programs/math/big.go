package main

import (
	"encoding/json"
	"fmt"
	"math/big"
)

func main() {
	vals := []string{"0", "1", "-1", "2", "7", "-7", "10", "255", "-256", "65537", "9223372036854775807", "-9223372036854775808", "18446744073709551615", "18446744073709551616", "-18446744073709551617", "340282366920938463463374607431768211456", "123456789012345678901234567890123456789", "-99999999999999999999999999999999999999999999999999", "0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"}
	var ns []*big.Int
	for _, s := range vals {
		n, ok := new(big.Int).SetString(s, 0)
		fmt.Println(n, ok, n.BitLen(), n.Sign(), n.IsInt64(), n.IsUint64(), n.Int64(), n.Uint64(), n.TrailingZeroBits(), n.Text(2), n.Text(36), n.Text(62))
		f, acc := n.Float64()
		fmt.Println(f, acc)
		fmt.Printf("%x %X %#x %o %O %b|%50d|%-50d|%050d|%+d|% d|%s|%v|%.60d|%q\n", n, n, n, n, n, n, n, n, n, n, n, n, n, n, n)
		ns = append(ns, n)
	}
	for _, a := range ns {
		for _, b := range ns[3:] {
			if b.BitLen()%2 == 0 {
				continue
			}
			z := new(big.Int)
			fmt.Println(z.Add(a, b), new(big.Int).Sub(a, b), new(big.Int).Mul(a, b), a.Cmp(b), a.CmpAbs(b))
			fmt.Println(new(big.Int).And(a, b), new(big.Int).Or(a, b), new(big.Int).Xor(a, b), new(big.Int).AndNot(a, b))
			if b.Sign() != 0 {
				q, r := new(big.Int).QuoRem(a, b, new(big.Int))
				d, m := new(big.Int).DivMod(a, b, new(big.Int))
				fmt.Println(q, r, d, m, new(big.Int).Quo(a, b), new(big.Int).Rem(a, b), new(big.Int).Div(a, b), new(big.Int).Mod(a, b))
			}
			x, y := new(big.Int), new(big.Int)
			g := new(big.Int).GCD(x, y, a, b)
			fmt.Println(g, x, y)
		}
		fmt.Println(new(big.Int).Neg(a), new(big.Int).Abs(a), new(big.Int).Not(a), new(big.Int).Lsh(a, 70), new(big.Int).Rsh(a, 3), new(big.Int).Rsh(a, 65), a.Bit(0), a.Bit(64), new(big.Int).SetBit(a, 66, 1), new(big.Int).SetBit(a, 0, 0), a.Bytes(), a.ProbablyPrime(10))
		if a.Sign() >= 0 {
			fmt.Println(new(big.Int).Sqrt(a))
		}
		fmt.Println(new(big.Int).Exp(a, big.NewInt(5), nil), new(big.Int).Exp(a, big.NewInt(65537), big.NewInt(1000000007)), new(big.Int).ModInverse(a, big.NewInt(1000000007)))
	}
	f := big.NewInt(1)
	for i := int64(1); i <= 200; i++ {
		f.Mul(f, big.NewInt(i))
	}
	fmt.Println(f, new(big.Int).MulRange(1, 200).Cmp(f), new(big.Int).Binomial(100, 50), new(big.Int).MulRange(-5, -2), new(big.Int).MulRange(-2, 2))
	p := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 127), big.NewInt(1))
	fmt.Println(p.ProbablyPrime(0), new(big.Int).Mul(p, p).ProbablyPrime(0))
	h := new(big.Int).Exp(big.NewInt(3), big.NewInt(3000), nil)
	s := h.String()
	h2, _ := new(big.Int).SetString(s, 10)
	fmt.Println(len(s), s[:20], s[len(s)-20:], h2.Cmp(h), new(big.Int).Sqrt(h).BitLen(), new(big.Int).Quo(h, f).BitLen(), new(big.Int).Mod(h, f))
	a, b := big.NewInt(0), big.NewInt(1)
	for range 300 {
		a.Add(a, b)
		a, b = b, a
	}
	fmt.Println(a)
	for _, s := range []string{"", "x", "1_000", "0b101", "0o17", "017", "-0xff", "_1", "1__0", "12a", "+5", "- 5", "0x", "0_7"} {
		n, ok := new(big.Int).SetString(s, 0)
		fmt.Println(s, n, ok)
	}
	n, ok := new(big.Int).SetString("zZ", 36)
	fmt.Println(n, ok)
	n, ok = new(big.Int).SetString("zZ", 62)
	fmt.Println(n, ok)
	j, err := json.Marshal(map[string]*big.Int{"a": f, "b": nil})
	fmt.Println(len(j), err)
	var u struct{ N *big.Int }
	fmt.Println(json.Unmarshal([]byte(`{"N":123456789012345678901234567890}`), &u), u.N)
	var sc big.Int
	k, err := fmt.Sscan("  -123456789012345678901234567890 ", &sc)
	fmt.Println(k, err, &sc)
	var nilInt *big.Int
	fmt.Println(nilInt, fmt.Sprintf("%d %x", nilInt, nilInt))
	func() {
		defer func() { fmt.Println(recover()) }()
		new(big.Int).Div(a, big.NewInt(0))
	}()
	// Rat
	rs := []*big.Rat{big.NewRat(0, 1), big.NewRat(1, 2), big.NewRat(-3, 6), big.NewRat(22, 7), big.NewRat(-10, -4), new(big.Rat).SetFloat64(0.1), new(big.Rat).SetInt64(5)}
	for _, x := range rs {
		fl, ex := x.Float64()
		fmt.Println(x, x.RatString(), x.FloatString(0), x.FloatString(5), x.Num(), x.Denom(), x.Sign(), x.IsInt(), fl, ex, new(big.Rat).Neg(x), new(big.Rat).Abs(x))
		for _, y := range rs {
			fmt.Print(new(big.Rat).Add(x, y), new(big.Rat).Sub(x, y), new(big.Rat).Mul(x, y), x.Cmp(y), " ")
			if y.Sign() != 0 {
				fmt.Print(new(big.Rat).Quo(x, y))
			}
			fmt.Println()
		}
	}
	for _, s := range []string{"3/4", "-6/8", "1.25", "-0.5e3", "1e-3", "x", "1/0", "", "5"} {
		r, ok := new(big.Rat).SetString(s)
		fmt.Println(s, r, ok)
	}
}
