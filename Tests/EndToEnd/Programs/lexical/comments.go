package main // a comment

/* before */ import /* between */ "fmt"

/*
a general comment
with a fake // in it and "quotes" and `ticks`
*/

func main() { // here
	x := 1 /* one */ + /* two */ 2
	fmt.Println(x, "// no comment", "/* neither */") // after
	y := 5 /*
	   a comment with a line break acts like a line break */
	fmt.Println(y /* last */)
	z := '"' // a rune
	fmt.Println(string(z), `/* raw */`)
	//line is not a directive here
	fmt.Println(10 /*a*/ /*b*/ / 2)
}

// trailing comment without line break at the end of file
