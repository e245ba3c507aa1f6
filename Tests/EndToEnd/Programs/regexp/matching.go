package main

import (
	"fmt"
	"regexp"
	"strings"
)

func main() {
	bad := []string{"(", ")", "a)", "[a", "[z-a]", "[a-\\d]", "a**", "a*+", "*", "+a", "a|*", "(*)", "\\", "\\q", "\\8", "\\1", "x{1001}", "x{2,1}", "x{2}{3}", "(?P<n>a)(?P<n>b)", "(?P<n", "(?P<>a)", "(?P<a-b>c)", "(?z)", "(?i", "(?-)", "\\pX", "\\p{Nope}", "[[:nope:]]", "[a-b-c]", "\\x{110000}", "\\xg", "(?=a)", "\xff", "(((x{100}){100}){100})", "[", "[]", "[^]", "a{,2}", "{", "x{a}", "(?i)(?s", "\\C", "[\\"}
	for _, s := range bad {
		re, err := regexp.Compile(s)
		fmt.Printf("%q %v %v\n", s, re, err)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		regexp.MustCompile("a`(")
	}()
	texts := []string{"", "abc", "aaabcabc", "Hello, 世界! Ünï", "x=1, y=22", "one\ntwo\n", "2024-02-29", "foo.bar@b.de", "(ABC)\xff_9"}
	exprs := []string{"", "a", "a*", "a+", "a?", "a*?", "a+?", "a??", "(a)(b)?", "(a*)*", "(a|b)*c", "abc|abd|x", "^", "$", "^a", "c$", "(?m)^line", "(?m)one$", "^$", "\\b\\w+\\b", "\\B", "[a-c]+", "[^a-c]+", "\\d+", "\\D+", "\\s", "\\S+", "\\w+", "\\W+", "(\\w)=(\\d+)", "(?P<y>\\d{4})-(?P<m>\\d\\d)-(?P<d>\\d\\d)", "[[:alpha:]]+", "[[:^alpha:][:digit:]]+", "\\pL+", "\\p{Lu}", "\\P{L}+", "\\p{Han}+", "(?i)abc", "(?i)[A-C]+", "(?i:a)B", ".", ".*", "(?s).*", ".+?,", "(?U)a+", "(?U)a+?", "a{2}", "a{2,}", "a{1,2}", "a{0}", "(ab){2}", "x*", "(a|)+", "(|a)*", "(|a)+", "(a?)*?", "(?:a|b)+", "\\.", "[.]", "\\Qa.b\\E", "\\Q..\\E+", "a.c", "\\x41|\\x{42}|\\103", "[\\d\\-x]+", "[a\\]]+", "[]a]+", "[^]a]+", "(\\()+", "(\\w+)@(\\w+)\\.(\\w+)", "\\Aab", "bc\\z", "^(?:(\\w+) )*(\\w+)$", "(a+)(b+)(c+)", "世", "[世界]+", "é|ü|ï", "\\t", "[\\x00-\\x1f]", "(?i)ü", "(?i)\\x{212a}|k", "(.)(.)(.)", "((a)|(b))+", "a|b|c|d", "(?m)$", "(?s)^.", "[[:word:]]+", "o+", "b|", "|b"}
	for _, e := range exprs {
		re := regexp.MustCompile(e)
		p, full := re.LiteralPrefix()
		if strings.Contains(e, "|") {
			p, full = "", false
		}
		fmt.Printf("== %s %d %q %q %v\n", re, re.NumSubexp(), re.SubexpNames(), p, full)
		for _, s := range texts {
			fmt.Printf("%v %v %q %v\n", re.MatchString(s), re.FindStringSubmatchIndex(s), re.FindAllString(s, -1), re.FindAllStringSubmatchIndex(s, 3))
			fmt.Printf("%q %q %q\n", re.ReplaceAllString(s, "<$0|${1}$2x|$y>"), re.Split(s, -1), re.Split(s, 2))
		}
		re.Longest()
		for _, s := range texts[:8] {
			fmt.Printf("%v %q\n", re.FindStringIndex(s), re.FindAllString(s, -1))
		}
	}
	re := regexp.MustCompile(`(?P<first>\w+)\s(?P<second>\w+)`)
	fmt.Println(re.ReplaceAllString("hello world foo bar", "$second ${first}"), re.ReplaceAllString("hello world", "$1x $$ $ ${2} ${nope} ${bad"), re.SubexpIndex("second"), re.SubexpIndex("x"))
	fmt.Println(re.ReplaceAllStringFunc("hello world", strings.ToUpper), re.ReplaceAllLiteralString("hello world", "$1"))
	fmt.Printf("%s %s\n", re.ReplaceAll([]byte("a b"), []byte("$2-$1")), re.Find([]byte("  go lang  ")))
	fmt.Printf("%q %q\n", re.FindSubmatch([]byte("x y")), re.FindAllSubmatch([]byte("a b c d"), -1))
	fmt.Println(string(re.ExpandString(nil, "$first=$second;", "k v", re.FindStringSubmatchIndex("k v"))))
	fmt.Println(regexp.QuoteMeta("a.b*c[d]$^+?{}()|\\é"))
	fmt.Println(regexp.MatchString("a.c", "xabcx"))
	fmt.Println(regexp.MatchString("a(", "x"))
	for _, e := range []string{"a+|a+b", "(a|ab)(c|bcd)(d*)", "[^a]", "a*?", "\\d", "^b"} {
		re, err := regexp.CompilePOSIX(e)
		fmt.Println(e, err)
		if err == nil {
			fmt.Println(re.FindStringSubmatchIndex("abcd\nb"), re.FindAllString("aab\nb", -1))
		}
	}
	long := strings.Repeat("abc ", 100) + "needle42"
	fmt.Println(regexp.MustCompile(`needle(\d+)$`).FindStringSubmatch(long), len(regexp.MustCompile(`\w+`).FindAllString(long, -1)), regexp.MustCompile(`(a*)*b`).MatchString(strings.Repeat("a", 200)))
	fmt.Println(regexp.MustCompile("b").MatchReader(strings.NewReader("abc")), re.FindReaderIndex(strings.NewReader("ab cd")))
}
