package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"time"
)

type Color int

func (c Color) MarshalText() ([]byte, error) {
	if c < 0 {
		return nil, errors.New("negative color")
	}
	return []byte(fmt.Sprintf("color-%d", int(c))), nil
}
func (c *Color) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "color-%d", (*int)(c))
	return err
}

type Temp float64

func (t Temp) MarshalJSON() ([]byte, error)   { return []byte(fmt.Sprintf(`{ "celsius" : %g }`, float64(t))), nil }
func (t *Temp) UnmarshalJSON(b []byte) error {
	var m map[string]float64
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	*t = Temp(m["celsius"])
	return nil
}

type PtrM struct{ s string }

func (p *PtrM) MarshalJSON() ([]byte, error) { return json.Marshal("ptr:" + p.s) }

type BadM struct{}

func (BadM) MarshalJSON() ([]byte, error) { return []byte("{bad"), nil }

type ErrM struct{}

func (ErrM) MarshalJSON() ([]byte, error) { return nil, errors.New("no way") }

type Base struct {
	ID   int    `json:"id"`
	Kind string `json:"kind,omitempty"`
	Dup  int
}
type Other struct {
	Dup  int
	More string
}
type inner struct{ Hidden2 int }
type Person struct {
	Name     string            `json:"name"`
	Age      int               `json:"age,omitempty"`
	Email    *string           `json:"email"`
	Tags     []string          `json:"tags,omitempty"`
	Meta     map[string]any    `json:"meta,omitempty"`
	Nick     string            `json:"-"`
	Dash     string            `json:"-,"`
	Num      int64             `json:"num,string"`
	Flag     bool              `json:",string"`
	F        float64
	Raw      json.RawMessage   `json:"raw,omitempty"`
	Bytes    []byte
	Arr      [2]int8
	Any      any
	private  int
	Base
	*Other
	inner
	T        Temp
	C        Color
	M        map[Color]int `json:"m,omitempty"`
	When     time.Time
	N        json.Number
	P        **int
	Sub      struct{ A, B int }
}

func show(v any) {
	b, err := json.Marshal(v)
	fmt.Printf("%s | %v\n", b, err)
	if err != nil {
		fmt.Printf("  %T\n", err)
	}
}

func try[T any](texts ...string) {
	for _, s := range texts {
		var v T
		err := json.Unmarshal([]byte(s), &v)
		fmt.Printf("%T %s -> %+v | %v\n", v, s, v, err)
		var se *json.SyntaxError
		if errors.As(err, &se) {
			fmt.Println("  offset", se.Offset)
		}
		var te *json.UnmarshalTypeError
		if errors.As(err, &te) {
			fmt.Println("  type error", te.Value, te.Type, te.Offset, te.Struct, te.Field)
		}
	}
}

type Node struct {
	Val  int
	Next *Node `json:",omitempty"`
	Kids []*Node
}
type Shape interface{ Area() float64 }
type Embed struct{ *Base }
type Fold struct {
	FirstName string
	URL       string `json:"url"`
}
type Deep struct {
	A struct {
		B []struct{ C int }
		M map[string]Base
	}
}

func main() {
	for _, v := range []any{nil, true, 1, -1.5, "s", "a\"b\\c\n\t\r\b\f\x01<>&é\u2028😀\xff", []int{}, []int(nil), map[string]int{}, map[string]int(nil), []byte("hi"), [2]bool{true}, 1e20, 1e21, 1e-6, 1e-7, float32(3.4e38), float32(1e-7), 0.1, 100.0, 123456789.0, math.MaxInt64, uint64(math.MaxUint64), 'x', struct{}{}, &struct{ X, y int }{1, 2}, map[int]string{2: "b", 10: "j", -1: "n"}, map[string]any{"z": 1, "a": []any{nil, "x", 2.5}}, json.Number("12.50"), json.Number(""), json.Number("x"), json.RawMessage(` { "a" : 1 } `), Temp(3), Color(4), []Color{1, 2}, map[Color]bool{3: true}, PtrM{"v"}, &PtrM{"p"}, []PtrM{{"e"}}, []*PtrM{nil}, struct{ P PtrM }{PtrM{"f"}}, &struct{ P PtrM }{PtrM{"f"}}, errors.New("x"), time.Second, time.Date(2020, 1, 2, 3, 4, 5, 6, time.UTC), make(chan int), func() {}, math.NaN(), math.Inf(-1), complex(1, 2), BadM{}, ErrM{}, Color(-1), map[bool]int{}, []any{1, make(chan int)}, struct{ F func() }{}, Embed{}, Embed{&Base{ID: 1}}} {
		show(v)
	}
	email := "x@y"
	n := 5
	pn := &n
	p := Person{Name: "Ann", Email: &email, Tags: []string{"a", "b"}, Meta: map[string]any{"k": 1}, Nick: "no", Dash: "d", Num: 12, Flag: true, F: 1.5, Raw: json.RawMessage(`[1, 2]`), Bytes: []byte{1, 2, 3}, Base: Base{ID: 9, Dup: 1}, Other: &Other{2, "m"}, T: 36.6, C: 2, M: map[Color]int{1: 1}, P: &pn}
	show(p)
	show(&p)
	show(Person{})
	b, err := json.MarshalIndent(p, ">", "  ")
	fmt.Println(string(b), err)
	b, err = json.MarshalIndent(map[string]any{"e": []int{}, "o": map[string]int{}, "n": []any{[]int{1}, map[string]int{"x": 1}}}, "", "\t")
	fmt.Println(string(b), err)
	full, _ := json.Marshal(p)
	var q Person
	err = json.Unmarshal(full, &q)
	fmt.Println(err, q.Name, *q.Email, q.Tags, q.Meta, q.Dash, q.Num, q.Flag, string(q.Raw), q.Bytes, q.ID, q.Other, q.T, q.C, q.M, q.When, q.N, **q.P)
	cyc := &Node{Val: 1}
	cyc.Next = cyc
	_, err = json.Marshal(cyc)
	fmt.Println(err)
	show(&Node{1, &Node{2, nil, nil}, []*Node{{Val: 3}, nil}})

	try[any](`null`, `true`, ` 12 `, `-0.5e+3`, `"a\u00e9\ud83d\ude00\ud83dx\n\/"`, `[]`, `[1,"a",null,[2],{"x":{}}]`, `{"b":1,"a":[true]}`, ``, ` `, `nul`, `nulL`, `tru`, `01`, `1.`, `1e`, `-`, `+1`, `.5`, `[1,]`, `[1 2]`, `{"a" 1}`, `{"a":1,}`, `{a:1}`, `{"a":1 "b"}`, `[1`, `{"a"`, `"abc`, `"a`+"\n"+`"`, `"\x"`, `"\u12g4"`, `1 2`, `{}}`, `'a'`, "\"\x80\"", `1e400`, `1`)
	var deep any
	fmt.Println(json.Unmarshal([]byte(strings.Repeat("[", 10001)), &deep), json.Unmarshal([]byte(strings.Repeat("[", 10000)), &deep))
	try[int](`1`, `-5`, `1.5`, `"1"`, `null`, `true`, `[]`, `{}`, `99999999999999999999`, `1e2`)
	try[int8](`127`, `128`, `-129`)
	try[uint](`1`, `-1`)
	try[float32](`1.5`, `1e39`, `"x"`)
	try[string](`"x"`, `1`, `null`, `true`, `{}`)
	try[bool](`true`, `0`, `"true"`)
	try[[]int](`[1,2,3]`, `[]`, `null`, `{}`, `[1,"x",3]`, `"aGk="`)
	try[[2]int](`[1,2,3]`, `[1]`, `[]`)
	try[[]byte](`"aGk="`, `"!"`, `[104,105]`, `null`)
	try[map[string]int](`{"a":1,"b":2}`, `null`, `{"a":"x","b":3}`, `[]`)
	try[map[int]string](`{"1":"a","-2":"b"}`, `{"x":"a"}`)
	try[map[Color]int](`{"color-3":1}`, `{"bad":1}`)
	try[Color](`"color-7"`, `"zzz"`, `3`, `null`, `{}`)
	try[Temp](`{"celsius":4.5}`, `null`, `"x"`)
	try[json.Number](`12.50`, `"12"`, `"x"`, `null`)
	try[json.RawMessage](` {"a" : 1} `, `null`)
	try[time.Time](`"2024-01-02T03:04:05.5+02:00"`, `"bad"`, `5`)
	try[Fold](`{"firstname":"a","URL":"u"}`, `{"FIRSTNAME":"b","url":"v","other":1}`, `{"FirstName":1}`)
	try[Deep](`{"A":{"B":[{"C":1},{"C":"x"}],"M":{"k":{"id":"s"}}}}`, `{"A":{"M":{"k":{"id":[]}}}}`, `{"A":[]}`)
	try[Base](`{"id":1,"kind":"k","Dup":2}`, `{"id":"1"}`, `[]`, `null`)
	try[struct {
		N int  `json:",string"`
		B bool `json:",string"`
		S string `json:",string"`
	}](`{"N":"12","B":"true","S":"\"q\""}`, `{"N":12}`, `{"N":"x"}`, `{"B":"maybe"}`, `{"S":"plain"}`, `{"N":null}`, `{"N":""}`)
	var sh Shape
	fmt.Println(json.Unmarshal([]byte(`{}`), &sh), json.Unmarshal([]byte(`1`), &sh), json.Unmarshal([]byte(`null`), &sh))
	fmt.Println(json.Unmarshal([]byte(`1`), nil), json.Unmarshal([]byte(`1`), 5), json.Unmarshal([]byte(`1`), (*int)(nil)))
	var ptr *Node
	fmt.Println(json.Unmarshal([]byte(`{"Val":1,"Next":{"Val":2},"Kids":[null,{"Val":3}]}`), &ptr), ptr.Next.Val, len(ptr.Kids), ptr.Kids[0], ptr.Kids[1].Val)
	fmt.Println(json.Unmarshal([]byte(`{"Next":null}`), ptr), ptr.Next, ptr.Val)
	var iface any = &Base{ID: 1}
	fmt.Println(json.Unmarshal([]byte(`{"id":5}`), &iface), iface.(*Base).ID)
	reuse := []Base{{1, "a", 1}, {2, "b", 2}}
	fmt.Println(json.Unmarshal([]byte(`[{"id":7}]`), &reuse), reuse, reuse[:2])
	mm := map[string]Base{"x": {1, "old", 1}}
	fmt.Println(json.Unmarshal([]byte(`{"x":{"id":2},"y":{}}`), &mm), mm)
	var em Embed
	fmt.Println(json.Unmarshal([]byte(`{"id":4}`), &em), em.ID)

	// streams
	enc := json.NewEncoder(os.Stdout)
	enc.Encode("<a&b>")
	enc.SetEscapeHTML(false)
	enc.Encode("<a&b>")
	enc.SetIndent("", " ")
	fmt.Println(enc.Encode(map[string]int{"b": 1, "a": 2}), enc.Encode(make(chan int)))
	dec := json.NewDecoder(strings.NewReader(`{"a":1} [2] "three" 4 null {"a":`))
	for {
		var v any
		err := dec.Decode(&v)
		fmt.Println(v, err, dec.InputOffset())
		if err != nil {
			fmt.Println(err == io.ErrUnexpectedEOF)
			break
		}
	}
	dec = json.NewDecoder(strings.NewReader(`{"id":1,"zzz":2}`))
	dec.DisallowUnknownFields()
	var base Base
	fmt.Println(dec.Decode(&base), base)
	dec = json.NewDecoder(strings.NewReader(`[1.50, 2]`))
	dec.UseNumber()
	var anyv any
	fmt.Println(dec.Decode(&anyv), anyv, dec.Decode(&anyv) == io.EOF)
	dec = json.NewDecoder(strings.NewReader(`{"items":[{"id":1},{"id":2}],"n":null,"t":true,"s":"x","f":1.5} tail`))
	for {
		t, err := dec.Token()
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%T %v more=%v off=%d\n", t, t, dec.More(), dec.InputOffset())
		if t == json.Delim('[') {
			for dec.More() {
				var b Base
				err := dec.Decode(&b)
				fmt.Println(" item", b, err)
			}
		}
	}
	for _, s := range []string{`[1 2]`, `{1:2}`, `{"a" 1}`, `{"a":1 "b":2}`, `]`, `[,`, `{"a":}`, `[`} {
		dec := json.NewDecoder(strings.NewReader(s))
		for {
			t, err := dec.Token()
			fmt.Print(t, " ", err, "; ")
			if err != nil {
				break
			}
		}
		fmt.Println()
	}
	var buf bytes.Buffer
	fmt.Println(json.Compact(&buf, []byte(" { \"a\" : [ 1 , \"x y\" ] } ")), buf.String())
	buf.Reset()
	fmt.Println(json.Indent(&buf, []byte(`{"a":[1,{"b":2}],"c":{}}  `), "#", "--"), buf.String())
	buf.Reset()
	json.HTMLEscape(&buf, []byte(`{"a":"<b>&"}`))
	fmt.Println(buf.String(), json.Valid([]byte(`{}`)), json.Valid([]byte(`{`)))
	fmt.Println(json.Indent(&buf, []byte(`{`), "", ""), json.Compact(&buf, []byte(`x`)))
}
