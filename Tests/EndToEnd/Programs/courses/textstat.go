package main

import (
	"bufio"
	"fmt"
	"sort"
	"strings"
	"unicode"
)

const text = `It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity,
it was the season of Light, it was the season of Darkness, it was the spring of hope,
it was the winter of despair. Größe, naïve café — 世界!`

type WordCount struct {
	Word  string
	Count int
	Lines []int
}

type Stats struct {
	Words, Letters, Spaces, Digits, Punct, Other int
	Longest                                      string
	byWord                                       map[string]*WordCount
}

func (s *Stats) add(line int, w string) {
	w = strings.ToLower(w)
	wc, ok := s.byWord[w]
	if !ok {
		wc = &WordCount{Word: w}
		s.byWord[w] = wc
	}
	wc.Count++
	if n := len(wc.Lines); n == 0 || wc.Lines[n-1] != line {
		wc.Lines = append(wc.Lines, line)
	}
	s.Words++
	if len([]rune(w)) > len([]rune(s.Longest)) {
		s.Longest = w
	}
}

func analyse(r string) Stats {
	s := Stats{byWord: make(map[string]*WordCount)}
	sc := bufio.NewScanner(strings.NewReader(r))
	for line := 1; sc.Scan(); line++ {
		for _, c := range sc.Text() {
			switch {
			case unicode.IsLetter(c):
				s.Letters++
			case unicode.IsSpace(c):
				s.Spaces++
			case unicode.IsDigit(c):
				s.Digits++
			case unicode.IsPunct(c):
				s.Punct++
			default:
				s.Other++
			}
		}
		for _, w := range strings.FieldsFunc(sc.Text(), func(r rune) bool { return !unicode.IsLetter(r) }) {
			s.add(line, w)
		}
	}
	return s
}

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func caesar(s string, k rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return 'a' + (r-'a'+k+26)%26
		case 'A' <= r && r <= 'Z':
			return 'A' + (r-'A'+k+26)%26
		case r == '!':
			return -1
		}
		return r
	}, s)
}

func wrap(s string, width int) (lines []string) {
	var line strings.Builder
	for _, w := range strings.Fields(s) {
		if line.Len() > 0 && line.Len()+1+len(w) > width {
			lines = append(lines, line.String())
			line.Reset()
		}
		if line.Len() > 0 {
			line.WriteRune(' ')
		}
		line.WriteString(w)
	}
	if line.Len() > 0 {
		lines = append(lines, line.String())
	}
	return
}

func isPalindrome(s string) bool {
	var b []byte
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; c >= 'a' && c <= 'z' {
			b = append(b, c)
		}
	}
	for i := range b {
		if b[i] != b[len(b)-1-i] {
			return false
		}
	}
	return true
}

func main() {
	s := analyse(text)
	fmt.Printf("%d words %d letters %d spaces %d punct %d other, longest %q\n", s.Words, s.Letters, s.Spaces, s.Punct, s.Other, s.Longest)
	list := make([]WordCount, 0, len(s.byWord))
	for _, wc := range s.byWord {
		list = append(list, *wc)
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := list[i], list[j]
		if a.Count != b.Count {
			return a.Count > b.Count
		}
		return a.Word < b.Word
	})
	for _, wc := range list[:12] {
		fmt.Printf("%-12s %3d %v %s\n", wc.Word, wc.Count, wc.Lines, strings.Repeat("*", wc.Count))
	}
	freq := [26]int{}
	for _, r := range strings.ToLower(text) {
		if r >= 'a' && r <= 'z' {
			freq[r-'a']++
		}
	}
	for i, n := range freq {
		if n > 0 {
			fmt.Printf("%c%d ", 'a'+i, n)
		}
	}
	fmt.Println()
	fmt.Println(reverse("Größe 世界"), caesar("Hello, World!", 3), caesar(caesar("Hello", 5), -5))
	for i, l := range wrap(text, 40) {
		fmt.Printf("%2d|%-40s|%d\n", i, l, len(l))
	}
	for _, p := range []string{"A man, a plan, a canal: Panama", "no lemon no melon!", "go"} {
		fmt.Printf("%q %t\n", p, isPalindrome(p))
	}
	counts := map[rune]int{}
	for i, r := range "héllo, wörld\xff!" {
		counts[r] += i
		if r == unicode.ReplacementChar {
			fmt.Println("bad byte at", i)
		}
	}
	fmt.Println(counts, len("héllo"), []byte("hé"), []rune("hé"), string(rune(0x4e16)), "a"+string([]byte{98, 'c'}))
	fmt.Println(strings.Title("abc def"), strings.Count("cheese", "e"), strings.LastIndex("go gopher", "go"), strings.EqualFold("Go", "GO"), strings.TrimFunc("123abc456", unicode.IsDigit), strings.NewReplacer("a", "1", "b", "2").Replace("abcab"))
}
