package regexp

import (
	"strings"
	"unicode/utf8"
)

// A thread is a way to match so far: where it goes on, and what it has captured.
type thread struct {
	pc    int
	saved []int
}

// A list is threads in the order of preference, each pc once.
type list struct {
	place   []int // of a pc in threads, where that names it
	threads []thread
}

func (l *list) has(pc int) bool {
	k := l.place[pc]
	return k < len(l.threads) && l.threads[k].pc == pc
}

// A machine follows all ways to match at once (Thompson's and Pike's way), so
// that its time grows with the text and the expression only.
type machine struct {
	re      *Regexp
	text    string
	saving  int // numbers to keep
	now     list
	next    list
	none    []int // of a thread that begins
	saved   []int // of the thread that is being added
	found   []int
	matched bool
}

// find is the places of the leftmost match at or behind from: as many numbers
// as wanted, -1 for what took no part; nil if there is none.
func (re *Regexp) find(text string, from, wanted int) []int {
	m := &machine{re: re, text: text, saving: wanted}
	if re.longest && wanted < 2 {
		m.saving = 2
	}
	n := len(re.code)
	m.now.place, m.next.place = make([]int, n), make([]int, n)
	numbers := make([]int, 2*m.saving)
	m.none, m.found = numbers[:m.saving], numbers[m.saving:]
	for i := range m.none {
		m.none[i] = -1
	}
	if !m.run(from) {
		return nil
	}
	return m.found[:wanted]
}

func (m *machine) run(pos int) bool {
	anchored := m.re.anchored
	for {
		if len(m.now.threads) == 0 {
			if m.matched || anchored && pos > 0 {
				break
			}
			if m.re.prefix != "" {
				i := strings.Index(m.text[pos:], m.re.prefix)
				if i < 0 {
					break
				}
				pos += i
			}
		}
		if !m.matched && (!anchored || pos == 0) {
			m.saved = m.none
			m.add(&m.now, 0, pos)
		}
		r, width := rune(-1), 0
		if pos < len(m.text) {
			r, width = rune(m.text[pos]), 1
			if r >= utf8.RuneSelf {
				r, width = utf8.DecodeRuneInString(m.text[pos:])
			}
		}
		m.step(r, pos, pos+width)
		if width == 0 || m.matched && m.saving == 0 {
			break
		}
		pos += width
		m.now, m.next = m.next, m.now
	}
	return m.matched
}

// step lets the threads read a character.
func (m *machine) step(r rune, pos, after int) {
	m.next.threads = m.next.threads[:0]
	for k := range m.now.threads {
		t := &m.now.threads[k]
		i := &m.re.code[t.pc]
		if i.op != opSet && i.op != opAny && i.op != opMatch {
			continue // led elsewhere
		}
		if m.re.longest && m.matched && t.saved[0] > m.found[0] {
			continue // begins later than what was found
		}
		switch i.op {
		case opMatch:
			if !m.re.longest || !m.matched || t.saved[0] < m.found[0] || pos > m.found[1] {
				copy(m.found, t.saved)
				m.matched = true
			}
			if !m.re.longest {
				return // what is less preferred does not count any more
			}
		case opAny:
			if after > pos {
				m.saved = t.saved
				m.add(&m.next, i.out, after)
			}
		case opSet:
			if after > pos && i.set.has(r) {
				m.saved = t.saved
				m.add(&m.next, i.out, after)
			}
		}
	}
}

// add puts a thread at pc into a list, or what it leads to without reading.
func (m *machine) add(l *list, pc, pos int) {
	for {
		if l.has(pc) {
			return
		}
		l.place[pc] = len(l.threads)
		i := &m.re.code[pc]
		switch i.op {
		case opJump:
			l.threads = append(l.threads, thread{pc: pc})
			pc = i.out
			continue
		case opSplit:
			l.threads = append(l.threads, thread{pc: pc})
			m.add(l, i.out, pos)
			pc = i.other
			continue
		case opAssert:
			l.threads = append(l.threads, thread{pc: pc})
			if !m.holds(i.assert, pos) {
				return
			}
			pc = i.out
			continue
		case opSave:
			l.threads = append(l.threads, thread{pc: pc})
			if i.other >= m.saving {
				pc = i.out
				continue
			}
			// The numbers of a thread are shared until one changes.
			before := m.saved
			m.saved = append(make([]int, 0, m.saving), before...)
			m.saved[i.other] = pos
			m.add(l, i.out, pos)
			m.saved = before
			return
		}
		l.threads = append(l.threads, thread{pc, m.saved})
		return
	}
}

func isWord(b byte) bool {
	return b == '_' || '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}

// holds reports whether a place is of the kind that an expression asks for.
func (m *machine) holds(k kind, pos int) bool {
	s := m.text
	switch k {
	case beginText:
		return pos == 0
	case endText:
		return pos == len(s)
	case beginLine:
		return pos == 0 || s[pos-1] == '\n'
	case endLine:
		return pos == len(s) || s[pos] == '\n'
	}
	before := pos > 0 && isWord(s[pos-1])
	after := pos < len(s) && isWord(s[pos])
	return (before != after) == (k == boundary)
}

// each calls f with the places of up to n matches, which do not overlap; all of
// them if n is below 0. An empty match right behind another does not count.
func (re *Regexp) each(text string, n, wanted int, f func(found []int)) {
	previous := -1
	for pos := 0; n != 0 && pos <= len(text); {
		found := re.find(text, pos, wanted)
		if found == nil {
			return
		}
		counts := true
		if found[1] == pos { // empty
			counts = found[0] != previous
			_, width := utf8.DecodeRuneInString(text[pos:])
			pos += max(1, width)
		} else {
			pos = found[1]
		}
		previous = found[1]
		if counts {
			f(found)
			n--
		}
	}
}
