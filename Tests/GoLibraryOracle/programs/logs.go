// log: flags, prefixes, places; without the time, which differs.
package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
)

func helper(l *log.Logger) { l.Output(2, "from the caller") }

func main() {
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	log.Println("plain", 1, 2)
	log.Printf("%03d\n", 7)
	log.Print("a", 1, 2, "b")
	log.SetPrefix("pre: ")
	log.Print("x")
	log.SetFlags(log.Lmsgprefix | log.Lshortfile)
	log.Print("with place")
	var b bytes.Buffer
	l := log.New(&b, "[app] ", log.Lshortfile)
	l.Println("here")
	helper(l)
	l.SetFlags(log.LstdFlags | log.Lmicroseconds | log.LUTC)
	l.Print("timed")
	s := b.String()
	fmt.Print(s[:len(s)-len("2009/11/10 23:00:00.000000 timed\n")], len(s), "\n")
	fmt.Println(l.Prefix(), l.Flags(), log.Prefix(), log.Flags(), l.Writer() == &b)
	l.SetOutput(io.Discard)
	l.Print("nothing")
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		log.Panicf("bad %d", 1)
	}()
	defer fmt.Println("never")
	log.Fatalln("the end")
}
