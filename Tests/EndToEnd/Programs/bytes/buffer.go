package main

import (
	"bytes"
	"fmt"
	"io"
)

func main() {
	var b bytes.Buffer
	b.WriteString("hello ")
	b.Write([]byte("world\n"))
	fmt.Fprintf(&b, "n=%d\n", 5)
	b.WriteByte('!')
	b.WriteRune('é')
	fmt.Println(b.Len(), b.String())
	line, err := b.ReadString('\n')
	fmt.Printf("%q %v %d\n", line, err, b.Len())
	p := make([]byte, 2)
	n, _ := b.Read(p)
	c, _ := b.ReadByte()
	b.UnreadByte()
	fmt.Println(n, string(p), string(c), b.String())
	b.Truncate(2)
	fmt.Printf("%q\n", b.Bytes())
	b.Reset()
	_, err = b.ReadByte()
	fmt.Println(err == io.EOF)
	fmt.Println(bytes.Equal([]byte("a"), []byte("a")), bytes.Compare([]byte("a"), []byte("b")), bytes.Contains([]byte("seafood"), []byte("foo")))
	fmt.Printf("%s %q %s\n", bytes.ToUpper([]byte("up")), bytes.Split([]byte("a,b"), []byte(",")), bytes.TrimSpace([]byte("  x ")))
	fmt.Printf("%s %s %d\n", bytes.Join([][]byte{[]byte("x"), []byte("y")}, []byte("-")), bytes.Repeat([]byte("ab"), 2), bytes.Index([]byte("chicken"), []byte("ken")))
	r := bytes.NewReader([]byte("abc"))
	r.Seek(1, io.SeekStart)
	rest, _ := io.ReadAll(r)
	fmt.Println(string(rest), bytes.Fields([]byte(" a b ")), bytes.HasPrefix([]byte("golang"), []byte("go")))
	nb := bytes.NewBufferString("seed")
	nb.WriteTo(&b)
	fmt.Println(b.String(), nb.Len(), bytes.Title([]byte("x y")), bytes.Runes([]byte("é")))
}
