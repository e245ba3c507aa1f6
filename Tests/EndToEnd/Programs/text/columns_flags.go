package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
	"time"
)

func show(min, tab, pad int, c byte, flags uint, text string) {
	w := tabwriter.NewWriter(os.Stdout, min, tab, pad, c, flags)
	fmt.Fprint(w, text)
	w.Flush()
	fmt.Println("=")
}

func main() {
	texts := []string{
		"a\tb\tc\naa\tbb\tcc\naaa\tbbb\tccc\n",
		"a\tb\tc\t\naaaa\tb\t\nx\n\ty\tz\t\nlonger\tthan\tall\t\n",
		"name\tqty\tprice\napple\t3\t1.25\nbanana\t12\t0.5\n",
		"\t\tindent\t\n\t\ttwice\t\n",
		"é\tü\t\nabc\td\t\n",
		"no newline\tx",
		"a\v\vb\n\v\vc\v\n",
		"one\ttwo\f\tthree\tfour\t\n",
		"<b>bold</b>\t&amp;\tx\n1\t2\t3\n",
		"\xffesc\taped\xff\tx\n1\t2\n",
		"\n\n\n",
		"",
	}
	for _, s := range texts {
		show(0, 8, 2, ' ', 0, s)
		show(5, 8, 1, '.', tabwriter.AlignRight|tabwriter.Debug, s)
		show(0, 8, 1, '\t', tabwriter.TabIndent, s)
		show(8, 8, 0, '\t', tabwriter.DiscardEmptyColumns|tabwriter.FilterHTML|tabwriter.StripEscape, s)
	}
	run := func(args ...string) {
		fs := flag.NewFlagSet("prog", flag.ContinueOnError)
		var sb strings.Builder
		fs.SetOutput(&sb)
		n := fs.Int("n", 5, "number of `things`")
		s := fs.String("name", "bob", "the name\nof it")
		v := fs.Bool("v", false, "verbose")
		f := fs.Float64("f", 0, "factor")
		d := fs.Duration("d", time.Second, "delay")
		u := fs.Uint("u", 0, "unsigned")
		i64 := fs.Int64("i64", -1, "")
		fs.Func("call", "calls", func(s string) error {
			if s == "bad" {
				return fmt.Errorf("is bad")
			}
			return nil
		})
		err := fs.Parse(args)
		fmt.Println(args, "->", err, *n, *s, *v, *f, *d, *u, *i64, fs.Args(), fs.NFlag(), fs.NArg(), fs.Parsed())
		fs.Visit(func(f *flag.Flag) { fmt.Print(f.Name, "=", f.Value, " ") })
		fmt.Println()
		fmt.Print(sb.String())
	}
	run()
	run("-n", "7", "--name=x y", "-v", "rest", "-n", "8")
	run("-v=false", "-f", "2.5", "-d", "1m30s", "-u", "3", "-i64=0x10", "--", "-n")
	run("-n", "abc")
	run("-n", "99999999999999999999")
	run("-n")
	run("-nope")
	run("-h")
	run("-v=maybe")
	run("---x")
	run("-=x")
	run("-call", "bad")
	run("-call", "good", "-")
	run("-u", "-1")
	fs := flag.NewFlagSet("p", flag.PanicOnError)
	fs.Int("x", 0, "")
	func() {
		defer func() { fmt.Println("panic:", recover()) }()
		fs.SetOutput(os.Stdout)
		fs.Int("x", 0, "")
	}()
	fmt.Println(fs.Lookup("x").DefValue, fs.Lookup("y") == nil, fs.Set("y", "1"), fs.Set("x", "12"), fs.Lookup("x").Value)
	z := flag.Int("zeta", 3, "top level")
	flag.Parse()
	fmt.Println(*z, flag.NArg(), flag.Args())
}
