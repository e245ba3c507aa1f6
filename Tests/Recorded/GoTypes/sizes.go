// Makes a Go program that prints how random types lie in memory, one line per type:
//
//	type <tab> size align pointerBytes pointerWords offsets
//
// go run sizes.go -seed 1 -count 300 > /tmp/layout/main.go
// GOARCH=amd64 go run /tmp/layout/main.go > sizes-amd64.txt
// GOARCH=386 go run /tmp/layout/main.go > sizes-386.txt
package main

import (
	"flag"
	"fmt"
	"math/rand"
	"strings"
)

var random *rand.Rand

var leaves = []string{
	"bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", "float64", "complex64", "complex128", "string", "unsafe.Pointer", "any", "error", "atomic.Int64",
	"atomic.Uint64", "atomic.Int32", "func()", "struct{}", "[0]int64", "[0]*int",
}

func randomType(depth int) string {
	if depth <= 0 {
		return leaves[random.Intn(len(leaves))]
	}
	switch random.Intn(12) {
	case 0:
		return "*" + randomType(depth-1)
	case 1:
		return "[]" + randomType(depth-1)
	case 2:
		return "chan " + randomType(depth-1)
	case 3:
		return "map[string]bool" // Go 1.23 itself fails on some others for 386.
	case 4, 5:
		return fmt.Sprintf("[%d]%s", random.Intn(5), randomType(depth-1))
	case 6, 7, 8, 9:
		return randomStruct(depth)
	default:
		return leaves[random.Intn(len(leaves))]
	}
}

func randomStruct(depth int) string {
	fields := make([]string, random.Intn(7))
	for i := range fields {
		fields[i] = fmt.Sprintf("f%d %s", i, randomType(depth-1))
	}
	return "struct{" + strings.Join(fields, "; ") + "}"
}

const header = `package main

import (
	"fmt"
	"reflect"
	"strings"
	"sync/atomic"
	"unsafe"
)

var _ atomic.Int64

// The head of internal/abi.Type.
type head struct {
	size, pointerBytes uintptr
	hash               uint32
	flags, align       uint8
	fieldAlign, kind   uint8
	equal              func(unsafe.Pointer, unsafe.Pointer) bool
	pointers           *byte
}

func show(text string, value any) {
	t := reflect.TypeOf(value).Elem()
	h := (*head)((*[2]unsafe.Pointer)(unsafe.Pointer(&[]any{t}[0]))[1])
	words := []string{}
	if h.kind&(1<<6) != 0 {
		words = append(words, "program")
	} else {
		for i := uintptr(0); i < h.pointerBytes/unsafe.Sizeof(uintptr(0)); i++ {
			if *(*byte)(unsafe.Add(unsafe.Pointer(h.pointers), i/8))>>(i%8)&1 == 1 {
				words = append(words, fmt.Sprint(i))
			}
		}
	}
	offsets := []string{}
	if t.Kind() == reflect.Struct {
		for i := 0; i < t.NumField(); i++ {
			offsets = append(offsets, fmt.Sprint(t.Field(i).Offset))
		}
	}
	fmt.Printf("%s\t%d %d %d [%s] [%s]\n", text, t.Size(), t.Align(), h.pointerBytes, strings.Join(words, " "),
		strings.Join(offsets, " "))
}

func main() {
`

func main() {
	seed := flag.Int64("seed", 1, "seed of the random types")
	count := flag.Int("count", 300, "number of types")
	flag.Parse()
	random = rand.New(rand.NewSource(*seed))
	fmt.Print(header)
	for i := 0; i < *count; i++ {
		text := randomStruct(1 + random.Intn(3))
		fmt.Printf("\tshow(%q, (*%s)(nil))\n", text, text)
	}
	fmt.Println("}")
}
