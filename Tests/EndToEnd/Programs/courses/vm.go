// A small stack machine with an assembler: bytes, labels, jumps, calls, and errors by panic.
package main

import (
	"fmt"
	"strconv"
	"strings"
)

type op byte

const (
	push op = iota
	add
	sub
	mul
	div
	dup
	swap
	over
	jmp
	jz
	call
	ret
	show
	halt
	count
)

var names = [...]string{"push", "add", "sub", "mul", "div", "dup", "swap", "over", "jmp", "jz", "call", "ret", "show", "halt"}

func (o op) String() string {
	if o < count {
		return names[o]
	}
	return "op(" + strconv.Itoa(int(o)) + ")"
}

type fault struct {
	pc   int
	what string
}

func (f fault) Error() string { return fmt.Sprintf("pc %d: %s", f.pc, f.what) }

func hasArg(o op) bool { return o == push || o == jmp || o == jz || o == call }

func assemble(src string) (code []byte, err error) {
	labels := map[string]int{}
	type fix struct {
		at   int
		name string
	}
	var fixes []fix
	lookup := func(name string) (op, bool) {
		for i, n := range names {
			if n == name {
				return op(i), true
			}
		}
		return 0, false
	}
	for no, line := range strings.Split(src, "\n") {
		if i := strings.IndexByte(line, ';'); i >= 0 {
			line = line[:i]
		}
		fields := strings.Fields(line)
		for len(fields) > 0 && strings.HasSuffix(fields[0], ":") {
			labels[strings.TrimSuffix(fields[0], ":")] = len(code)
			fields = fields[1:]
		}
		if len(fields) == 0 {
			continue
		}
		o, ok := lookup(fields[0])
		if !ok {
			return nil, fmt.Errorf("line %d: unknown %q", no+1, fields[0])
		}
		code = append(code, byte(o))
		if hasArg(o) {
			if len(fields) != 2 {
				return nil, fmt.Errorf("line %d: %v needs an argument", no+1, o)
			}
			if n, err := strconv.ParseInt(fields[1], 0, 8); err == nil {
				code = append(code, byte(n))
			} else {
				fixes = append(fixes, fix{len(code), fields[1]})
				code = append(code, 0xff)
			}
		}
	}
	for _, f := range fixes {
		target, ok := labels[f.name]
		if !ok {
			return nil, fmt.Errorf("undefined label %s", f.name)
		}
		code[f.at] = byte(target)
	}
	return
}

type machine struct {
	code   []byte
	pc     int
	stack  []int
	calls  []int
	out    strings.Builder
	budget int
}

func (m *machine) pop() (v int) {
	if len(m.stack) == 0 {
		panic(fault{m.pc, "stack is empty"})
	}
	v, m.stack = m.stack[len(m.stack)-1], m.stack[:len(m.stack)-1]
	return
}
func (m *machine) push(vs ...int) { m.stack = append(m.stack, vs...) }

func (m *machine) run() (steps int, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case fault:
			err = r
		case error:
			err = fmt.Errorf("host: %w", r)
		default:
			panic(r)
		}
	}()
	binary := map[op]func(a, b int) int{
		add: func(a, b int) int { return a + b },
		sub: func(a, b int) int { return a - b },
		mul: func(a, b int) int { return a * b },
		div: func(a, b int) int { return a / b },
	}
	for ; ; steps++ {
		if steps >= m.budget {
			return steps, fault{m.pc, "out of budget"}
		}
		o := op(m.code[m.pc])
		arg := 0
		if hasArg(o) {
			arg = int(int8(m.code[m.pc+1]))
			m.pc++
		}
		m.pc++
		switch o {
		case push:
			m.push(arg)
		case add, sub, mul, div:
			b, a := m.pop(), m.pop()
			m.push(binary[o](a, b))
		case dup:
			v := m.pop()
			m.push(v, v)
		case swap:
			b, a := m.pop(), m.pop()
			m.push(b, a)
		case over:
			b, a := m.pop(), m.pop()
			m.push(a, b, a)
		case jz:
			if m.pop() != 0 {
				continue
			}
			fallthrough
		case jmp:
			m.pc = arg
		case call:
			m.calls = append(m.calls, m.pc)
			m.pc = arg
		case ret:
			m.pc = m.calls[len(m.calls)-1]
			m.calls = m.calls[:len(m.calls)-1]
		case show:
			fmt.Fprint(&m.out, m.pop(), ";")
		case halt:
			return
		default:
			panic(fault{m.pc - 1, fmt.Sprint("bad ", o)})
		}
	}
}

func main() {
	programs := []string{
		"push 2\npush 3\nadd\nshow\nhalt",
		`push 10
loop: dup
 jz end   ; until zero
 dup
 show
 push 1
 sub
 jmp loop
end: halt`,
		"push 5\ncall fact\nshow\nhalt\nfact: dup\njz one\ndup\npush 1\nsub\ncall fact\nmul\nret\none: push 1\nadd\nret",
		"push 1\npush 0\ndiv\nshow\nhalt",
		"add\nhalt",
		"loop: jmp loop",
		"push 1",
		"ret",
		"nonsense 5",
		"push",
		"jmp nowhere",
		"push -7\npush 2\ndiv\nshow\npush 0x10\nshow\nhalt",
	}
	for i, src := range programs {
		code, err := assemble(src)
		if err != nil {
			fmt.Printf("%2d assembler: %v\n", i, err)
			continue
		}
		m := machine{code: code, budget: 500}
		steps, err := m.run()
		fmt.Printf("%2d % x | %d steps, out %q, stack %v, err %v\n", i, code, steps, m.out.String(), m.stack, err)
	}
	for o := push; o <= count; o += 5 {
		fmt.Print(o, " ")
	}
	fmt.Println()
	m := machine{code: []byte{200}, budget: 5}
	_, err := m.run()
	fmt.Println(err, err.(fault).pc)
}
