package regexp

import "unicode"

// An op is what an instruction does.
type op uint8

const (
	opSet    op = iota // goes on with out behind a character of the set
	opAny              // goes on with out behind any character
	opSplit            // goes on with out and, less preferred, with other
	opJump             // goes on with out
	opSave             // keeps the place as number other
	opAssert           // goes on with out if the place is of this kind
	opMatch
)

// An instruction of a compiled expression.
type instruction struct {
	op     op
	assert kind
	out    int
	other  int
	set    ranges
}

type compiler struct {
	code []instruction
}

func (c *compiler) emit(i instruction) int {
	c.code = append(c.code, i)
	return len(c.code) - 1
}

// compile is the code of a tree; the last instruction matches.
func compile(tree *node) []instruction {
	c := &compiler{}
	c.emit(instruction{op: opSave, other: 0, out: 1})
	c.node(tree)
	c.emit(instruction{op: opSave, other: 1, out: len(c.code) + 1})
	c.emit(instruction{op: opMatch})
	return c.code
}

// node appends code that goes on behind itself.
func (c *compiler) node(n *node) {
	next := len(c.code) + 1
	switch n.kind {
	case empty:
	case set:
		o := opSet
		if len(n.set) == 2 && n.set[0] == 0 && n.set[1] == unicode.MaxRune {
			o = opAny
		}
		c.emit(instruction{op: o, set: n.set, out: next})
	case capture:
		c.emit(instruction{op: opSave, other: 2 * n.index, out: next})
		c.node(n.parts[0])
		c.emit(instruction{op: opSave, other: 2*n.index + 1, out: len(c.code) + 1})
	case repeat:
		c.repeat(n)
	case concat:
		for _, part := range n.parts {
			c.node(part)
		}
	case alternate:
		var ends []int
		for i, part := range n.parts {
			if i == len(n.parts)-1 {
				c.node(part)
				break
			}
			split := c.emit(instruction{op: opSplit, out: len(c.code) + 1})
			c.node(part)
			ends = append(ends, c.emit(instruction{op: opJump}))
			c.code[split].other = len(c.code)
		}
		for _, end := range ends {
			c.code[end].out = len(c.code)
		}
	default:
		c.emit(instruction{op: opAssert, assert: n.kind, out: next})
	}
}

// split appends a choice between going on and, once aim is called, somewhere else.
func (c *compiler) split(lazy bool) (aim func(target int)) {
	at := c.emit(instruction{op: opSplit})
	if lazy {
		c.code[at].other = at + 1
		return func(target int) { c.code[at].out = target }
	}
	c.code[at].out = at + 1
	return func(target int) { c.code[at].other = target }
}

func (c *compiler) repeat(n *node) {
	part := n.parts[0]
	for range n.min - 1 {
		c.node(part)
	}
	switch {
	case n.max == -1 && n.min == 0:
		if canBeEmpty(part) {
			// (x+)?: so that what x captures where it is empty is as in one turn.
			skip := c.split(n.lazy)
			c.plus(part, n.lazy)
			skip(len(c.code))
			return
		}
		begin := len(c.code)
		skip := c.split(n.lazy)
		c.node(part)
		c.emit(instruction{op: opJump, out: begin})
		skip(len(c.code))
		return
	case n.max == -1:
		c.plus(part, n.lazy)
		return
	case n.min > 0:
		c.node(part)
	}
	// Each further one only behind the one before.
	var skips []func(int)
	for range n.max - n.min {
		skips = append(skips, c.split(n.lazy))
		c.node(part)
	}
	for _, skip := range skips {
		skip(len(c.code))
	}
}

func (c *compiler) plus(part *node, lazy bool) {
	begin := len(c.code)
	c.node(part)
	at := c.emit(instruction{op: opSplit, out: begin, other: len(c.code) + 1})
	if lazy {
		c.code[at].out, c.code[at].other = c.code[at].other, begin
	}
}

func canBeEmpty(n *node) bool {
	switch n.kind {
	case set:
		return false
	case capture:
		return canBeEmpty(n.parts[0])
	case repeat:
		return n.min == 0 || canBeEmpty(n.parts[0])
	case concat:
		for _, part := range n.parts {
			if !canBeEmpty(part) {
				return false
			}
		}
		return true
	case alternate:
		for _, part := range n.parts {
			if canBeEmpty(part) {
				return true
			}
		}
		return false
	}
	return true
}

// prefix is the text that every match begins with, and whether that is all.
func prefix(code []instruction) (text string, complete bool) {
	var runes []rune
	for pc := 1; ; pc = code[pc].out {
		switch i := code[pc]; {
		case i.op == opSet && len(i.set) == 2 && i.set[0] == i.set[1]:
			runes = append(runes, i.set[0])
		case i.op == opSave || i.op == opJump:
		default:
			return string(runes), i.op == opMatch
		}
	}
}
