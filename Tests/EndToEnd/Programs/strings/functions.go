package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	s := "The quick brown fox"
	fmt.Println(strings.Contains(s, "quick"), strings.ContainsRune(s, 'z'), strings.ContainsAny(s, "xyz"), strings.HasPrefix(s, "The"), strings.HasSuffix(s, "fox"))
	fmt.Println(strings.Index(s, "o"), strings.LastIndex(s, "o"), strings.IndexByte(s, 'q'), strings.IndexAny(s, "kq"), strings.IndexFunc(s, unicode.IsSpace), strings.Index(s, ""), strings.Index(s, "zz"))
	fmt.Printf("%q %q %q\n", strings.Split("a,b,,c", ","), strings.SplitN("a,b,c", ",", 2), strings.SplitAfter("a,b", ","))
	fmt.Printf("%q %q %q\n", strings.Fields("  a  b\tc\n"), strings.FieldsFunc("a1b2c", unicode.IsDigit), strings.Split("abc", ""))
	fmt.Println(strings.Join([]string{"x", "y"}, "-"), strings.Repeat("ab", 3), strings.Replace("aaaa", "a", "b", 2), strings.ReplaceAll("aaaa", "aa", "b"))
	fmt.Printf("%q %q %q %q %q %q\n", strings.TrimSpace("\t x \n"), strings.Trim("xxhixx", "x"), strings.TrimLeft("xxhi", "x"), strings.TrimRight("hixx", "x"), strings.TrimPrefix("prefix", "pre"), strings.TrimSuffix("a.go", ".go"))
	fmt.Println(strings.ToUpper("héllo ß"), strings.ToLower("ÀÉ"), strings.Title("hello world"), strings.EqualFold("Go", "GO"), strings.Count("cheese", "e"), strings.Count("abc", ""))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return unicode.ToUpper(r)
	}, "banana"), strings.Compare("a", "b"))
	b, a, f := strings.Cut("key=value=x", "=")
	fmt.Println(b, a, f)
	p, ok := strings.CutPrefix("foobar", "foo")
	fmt.Println(p, ok)
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(r.Replace("<b>x</b>"))
	var sb strings.Builder
	for i := 3; i > 0; i-- {
		fmt.Fprintf(&sb, "%d...", i)
	}
	sb.WriteByte('!')
	sb.WriteRune('世')
	sb.WriteString("end")
	fmt.Println(sb.String(), sb.Len())
	fmt.Println(strings.LastIndexByte("abcabc", 'b'), strings.TrimFunc("123abc456", unicode.IsDigit), strings.ToTitle("abc"))
	rd := strings.NewReader("reader")
	buf := make([]byte, 4)
	n, err := rd.Read(buf)
	fmt.Println(n, err, string(buf), rd.Len())
	fmt.Println(strings.ContainsFunc("abc", unicode.IsUpper), strings.LastIndexAny("golang", "gn"))
	for i, part := range strings.Split("k1=v1;k2=v2", ";") {
		k, v, _ := strings.Cut(part, "=")
		fmt.Print(i, k, v, " ")
	}
	fmt.Println()
}
