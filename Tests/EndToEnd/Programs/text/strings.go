package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

func main() {
	s := "The quick brown fox, the lazy dog"
	fmt.Println(strings.Contains(s, "quick"), strings.ContainsAny(s, "xyz"), strings.ContainsRune(s, 'q'), strings.Count(s, "the"), strings.Count("abc", ""))
	fmt.Println(strings.Index(s, "fox"), strings.Index(s, "none"), strings.LastIndex(s, "the"), strings.IndexByte(s, 'q'), strings.IndexAny(s, "aeiou"), strings.IndexRune("héé", 'é'), strings.IndexFunc(s, unicode.IsSpace))
	fmt.Println(strings.HasPrefix(s, "The"), strings.HasSuffix(s, "dog"), strings.EqualFold("Go", "GO"))
	fmt.Printf("%q %q %q\n", strings.Split("a,b,,c", ","), strings.Split("abc", ""), strings.Split("", ","))
	fmt.Printf("%q %q %q %q\n", strings.SplitN("a,b,c,d", ",", 2), strings.SplitAfter("a,b,c", ","), strings.Fields("  a  b\tc\n"), strings.FieldsFunc("a1b22c", unicode.IsDigit))
	fmt.Println(strings.Join([]string{"x", "y", "z"}, "-"), strings.Repeat("ab", 3), strings.Replace("aaaa", "a", "b", 2), strings.ReplaceAll("aaaa", "aa", "c"))
	fmt.Println(strings.ToUpper(s), strings.ToLower("ÀÉ World"), strings.Title("hello world"))
	fmt.Printf("%q %q %q %q %q %q\n", strings.TrimSpace("  x \n"), strings.Trim("--x--", "-"), strings.TrimLeft("xxabc", "x"), strings.TrimRight("abcxx", "xc"), strings.TrimPrefix("prefix-a", "prefix-"), strings.TrimSuffix("a.go", ".go"))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'o' {
			return '0'
		}
		if r == 'e' {
			return -1
		}
		return unicode.ToUpper(r)
	}, s))
	before, after, ok := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, ok)
	fmt.Println(strings.Compare("a", "b"), strings.Compare("b", "a"), strings.Compare("a", "a"))
	var sb strings.Builder
	for i := 0; i < 5; i++ {
		fmt.Fprintf(&sb, "%d,", i)
	}
	sb.WriteByte('!')
	sb.WriteRune('世')
	sb.WriteString("end")
	fmt.Println(sb.String(), sb.Len())
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;", "a", "A")
	fmt.Println(r.Replace("<a href>banana"))
	rd := strings.NewReader("reader text")
	buf := make([]byte, 6)
	n, err := rd.Read(buf)
	fmt.Println(n, err, string(buf), rd.Len())
	fmt.Println(utf8.RuneCountInString("héllo世"), utf8.ValidString("a\xff"), utf8.RuneLen('世'))
	c, size := utf8.DecodeRuneInString("世界")
	fmt.Println(string(c), size, utf8.RuneError)
	fmt.Println(unicode.IsUpper('A'), unicode.IsLetter('é'), unicode.IsDigit('5'), unicode.IsPunct('!'), unicode.ToLower('Ä') == 'ä')
	var bb bytes.Buffer
	bb.WriteString("hello ")
	bb.Write([]byte("world"))
	fmt.Println(bb.String(), bb.Len(), bytes.Contains(bb.Bytes(), []byte("lo w")), bytes.ToUpper([]byte("abc")))
	words := strings.Fields("the cat the dog a cat the")
	freq := map[string]int{}
	for _, w := range words {
		freq[w]++
	}
	fmt.Println(freq)
	fmt.Println(strings.LastIndexByte("abcabc", 'b'), strings.TrimFunc("123abc456", unicode.IsDigit), strings.ContainsFunc("abc", unicode.IsUpper), strings.ToTitle("abc"))
}
