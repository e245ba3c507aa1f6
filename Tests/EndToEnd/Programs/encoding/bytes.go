package main

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf16"
	"unique"
)

type Head struct {
	Magic [4]byte
	V     uint16
	_     [2]byte
	N     int32
	F     float64
	In    struct{ A, B int8 }
	OK    bool
	C     complex64
}

func main() {
	data := []byte("The quick brown fox jumps over the lazy dog")
	for _, n := range []int{0, 1, 3, 43} {
		d := data[:n]
		fmt.Printf("%x\n%x\n%x\n%x\n", md5.Sum(d), sha1.Sum(d), sha256.Sum256(d), sha256.Sum224(d))
		fmt.Println(crc32.ChecksumIEEE(d), crc32.Checksum(d, crc32.MakeTable(crc32.Castagnoli)), crc64.Checksum(d, crc64.MakeTable(crc64.ISO)), adler32.Checksum(d))
	}
	long := bytes.Repeat(data, 50)
	for _, h := range []hash.Hash{md5.New(), sha1.New(), sha256.New(), sha256.New224(), fnv.New32(), fnv.New32a(), fnv.New64(), fnv.New64a(), fnv.New128(), fnv.New128a(), crc32.NewIEEE(), crc64.New(crc64.MakeTable(crc64.ECMA)), adler32.New()} {
		for i := 0; i < len(long); i += 37 {
			h.Write(long[i:min(i+37, len(long))])
		}
		fmt.Printf("%x %d %d\n", h.Sum([]byte{1}), h.Size(), h.BlockSize())
		h.Reset()
		io.WriteString(h, "abc")
		fmt.Printf("%x\n", h.Sum(nil))
	}
	// hex
	fmt.Println(hex.EncodeToString(data[:10]))
	for _, s := range []string{"00ff", "AbCd", "abc", "xy", "a", "", "0g", "12z"} {
		b, err := hex.DecodeString(s)
		fmt.Println(s, b, err, errors.Is(err, hex.ErrLength))
	}
	fmt.Print(hex.Dump(data))
	fmt.Print(hex.Dump(data[:16]))
	enc := hex.NewEncoder(os.Stdout)
	enc.Write([]byte("hey\n"))
	fmt.Println()
	b, err := io.ReadAll(hex.NewDecoder(strings.NewReader("48656c6c6f")))
	fmt.Printf("%q %v\n", b, err)
	b, err = io.ReadAll(hex.NewDecoder(strings.NewReader("48656c6c6")))
	fmt.Printf("%q %v\n", b, err)
	// base64
	for n := range 8 {
		d := []byte("\x00\xff\xfe>?abc")[:n]
		for i, e := range []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding} {
			s := e.EncodeToString(d)
			back, err := e.DecodeString(s)
			fmt.Println(i, s, bytes.Equal(back, d), err, e.EncodedLen(n), e.DecodedLen(len(s)))
		}
	}
	for _, s := range []string{"YQ==", "YQ=", "YQ", "Y", "YW=", "YWI=", "YWJj", "YW\nJj\r\n", "Y!==", "YQ==x", "YQ==\n", "====", "YWJjZA==", "YWJj=", "YR=="} {
		for _, e := range []*base64.Encoding{base64.StdEncoding, base64.RawStdEncoding, base64.StdEncoding.Strict()} {
			back, err := e.DecodeString(s)
			fmt.Printf("%q %q %v\n", s, back, err)
		}
	}
	w := base64.NewEncoder(base64.StdEncoding, os.Stdout)
	w.Write([]byte("hello "))
	w.Write([]byte("world"))
	w.Close()
	fmt.Println()
	b, err = io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader("aGVsbG8gd29ybGQ=")))
	fmt.Printf("%q %v\n", b, err)
	// binary
	var buf bytes.Buffer
	h := Head{Magic: [4]byte{'G', 'O', 'B', '!'}, V: 0x1234, N: -5, F: 3.25, OK: true, C: 1 - 2i}
	h.In.A, h.In.B = -1, 7
	for _, o := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		buf.Reset()
		fmt.Println(binary.Write(&buf, o, h), binary.Size(h), o)
		fmt.Printf("% x\n", buf.Bytes())
		var g Head
		fmt.Println(binary.Read(&buf, o, &g), g, g == h)
	}
	fmt.Println(binary.Write(&buf, binary.BigEndian, []uint16{1, 2, 3}), buf.Bytes())
	fmt.Println(binary.Write(&buf, binary.BigEndian, 3), binary.Write(&buf, binary.BigEndian, "s"), binary.Size(3), binary.Size([]int32{1, 2}))
	var x int
	fmt.Println(binary.Read(&buf, binary.BigEndian, &x), binary.Read(bytes.NewReader([]byte{1}), binary.BigEndian, new(int32)), binary.Read(bytes.NewReader(nil), binary.BigEndian, new(int32)))
	fmt.Println(binary.BigEndian.Uint32([]byte{1, 2, 3, 4}), binary.LittleEndian.Uint64([]byte{1, 2, 3, 4, 5, 6, 7, 8}), binary.LittleEndian.AppendUint16(nil, 513), binary.BigEndian.AppendUint64(nil, 1<<40))
	for _, v := range []uint64{0, 1, 127, 128, 300, 1 << 35, 1<<64 - 1} {
		b := binary.AppendUvarint(nil, v)
		u, n := binary.Uvarint(b)
		i := binary.AppendVarint(nil, -int64(v))
		j, m := binary.Varint(i)
		fmt.Println(b, u, n, i, j, m)
	}
	fmt.Println(binary.Uvarint([]byte{0x80, 0x80}))
	fmt.Println(binary.Uvarint(bytes.Repeat([]byte{0xff}, 11)))
	u, err := binary.ReadUvarint(bytes.NewReader([]byte{0x80}))
	fmt.Println(u, err)
	fmt.Println(utf16.Encode([]rune("a😀\x00é")), string(utf16.Decode([]uint16{97, 55357, 56832, 0xd800, 98})), utf16.IsSurrogate(0xd900), utf16.RuneLen('😀'))
	// csv
	for _, s := range []string{"a,b,c\n1,2,3\n", "a,\"b,\"\"q\"\" \nx\",c\r\n", "a,b\n1\n", "x\"y,z\n", "\"a\"b,c\n", "\"open\n", "# c\n\n a, b\n", "\n\n", ",,\n", "é,\"ü\n\nö\",1", "a,b"} {
		r := csv.NewReader(strings.NewReader(s))
		all, err := r.ReadAll()
		fmt.Printf("%q %v\n", all, err)
		r = csv.NewReader(strings.NewReader(s))
		r.LazyQuotes, r.TrimLeadingSpace, r.Comment, r.FieldsPerRecord = true, true, '#', -1
		for {
			rec, err := r.Read()
			if err != nil {
				fmt.Println(err)
				break
			}
			l, c := r.FieldPos(len(rec) - 1)
			fmt.Printf("%q %d %d %d\n", rec, l, c, r.InputOffset())
		}
	}
	cw := csv.NewWriter(os.Stdout)
	cw.Write([]string{"a", "b c", "d,e", "f\"g", " lead", "new\nline", "", `\.`})
	cw.Comma, cw.UseCRLF = ';', true
	cw.Write([]string{"a;b", "c,d"})
	cw.Flush()
	fmt.Println(cw.Error())
	t := time.Date(2024, 2, 29, 12, 30, 45, 123000000, time.UTC)
	j, err := t.MarshalJSON()
	fmt.Println(string(j), err)
	var t2 time.Time
	fmt.Println(t2.UnmarshalJSON(j), t2, t2.Equal(t), t2.UnmarshalJSON([]byte("3")), t2.UnmarshalJSON([]byte(`"nope"`)))
	bin, err := t.In(time.FixedZone("X", 3600)).MarshalBinary()
	fmt.Println(bin, err, t2.UnmarshalBinary(bin), t2)
	a, bb := unique.Make("x"+fmt.Sprint(1)), unique.Make("x1")
	fmt.Println(a == bb, a.Value(), unique.Make("y") == a)
}
