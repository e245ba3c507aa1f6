package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
)

func main() {
	var b bytes.Buffer
	l := log.New(&b, "app: ", log.Lmsgprefix)
	l.Println("hello", 1)
	l.Printf("%05d", 42)
	l.SetPrefix("[x] ")
	l.SetFlags(0)
	l.Print("plain")
	fmt.Print(b.String())
	log.SetFlags(log.Lshortfile)
	log.SetOutput(os.Stdout)
	log.Println("with file")
	log.SetPrefix("p ")
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		log.Panicf("bad %d", 1)
		fmt.Println("never")
	}()
	fmt.Println(log.Flags() == log.Lshortfile, log.Prefix())
	log.SetOutput(os.Stderr)
	log.Fatalln("fatal")
}
