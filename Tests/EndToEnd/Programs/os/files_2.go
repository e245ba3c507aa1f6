package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
)

func main() {
	name := os.TempDir() + "/gomem_conformance.txt"
	err := os.WriteFile(name, []byte("one\ntwo\nthree\n"), 0o644)
	fmt.Println(err)
	data, err := os.ReadFile(name)
	fmt.Printf("%q %v\n", data, err)
	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	fmt.Println(err)
	fmt.Fprintln(f, "four")
	f.Close()
	f, _ = os.Open(name)
	sc := bufio.NewScanner(f)
	n := 0
	for sc.Scan() {
		n++
		fmt.Print(sc.Text(), " ")
	}
	fmt.Println(n)
	f.Seek(4, io.SeekStart)
	b := make([]byte, 3)
	io.ReadFull(f, b)
	fmt.Println(string(b))
	st, err := f.Stat()
	fmt.Println(st.Size(), st.Name(), st.IsDir(), err)
	f.Close()
	fmt.Println(os.Remove(name))
	_, err = os.Open(name)
	fmt.Println(errors.Is(err, os.ErrNotExist), os.IsNotExist(err))
	_, err = os.ReadFile("/no/such/file")
	fmt.Println(err)
	v, ok := os.LookupEnv("GOMEM_NOT_SET")
	fmt.Printf("%q %v %q\n", v, ok, os.Getenv("GOMEM_NOT_SET"))
	os.Setenv("GOMEM_X", "1")
	fmt.Println(os.Getenv("GOMEM_X"), len(os.Args))
	defer fmt.Println("not printed")
	os.Exit(3)
}
