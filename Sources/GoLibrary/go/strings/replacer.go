package strings

import "io"

// A Replacer replaces several strings at once, from left to right, without
// looking at its own replacements again. Where several match, the one given
// first wins.
type Replacer struct {
	pairs []string      // old, new, old, new, ...
	heads [256][]uint16 // pairs whose old begins with this byte
	empty int           // the pair with an empty old, or -1
}

// NewReplacer takes pairs of old and new strings.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	r := &Replacer{pairs: append([]string(nil), oldnew...), empty: -1}
	for i := 0; i < len(oldnew); i += 2 {
		if old := oldnew[i]; old != "" {
			r.heads[old[0]] = append(r.heads[old[0]], uint16(i))
		} else if r.empty < 0 {
			r.empty = i
		}
	}
	return r
}

// match finds the pair that applies at the beginning of s, or -1.
func (r *Replacer) match(s string, allowEmpty bool) int {
	found := -1
	if allowEmpty {
		found = r.empty
	}
	if s == "" {
		return found
	}
	for _, i := range r.heads[s[0]] {
		if found >= 0 && found < int(i) {
			break
		}
		if HasPrefix(s, r.pairs[i]) {
			return int(i)
		}
	}
	return found
}

// each calls emit with the pieces of the result, if there is anything to
// replace, and reports whether there was.
func (r *Replacer) each(s string, emit func(string)) bool {
	last, afterEmpty, any := 0, false, false
	for i := 0; i <= len(s); {
		pair := r.match(s[i:], !afterEmpty)
		afterEmpty = pair >= 0 && r.pairs[pair] == ""
		if pair < 0 {
			i++
			continue
		}
		any = true
		emit(s[last:i])
		emit(r.pairs[pair+1])
		i += len(r.pairs[pair])
		last = i
	}
	if any && last < len(s) {
		emit(s[last:])
	}
	return any
}

// Replace is s with all replacements; s itself if there are none.
func (r *Replacer) Replace(s string) string {
	var b []byte
	if !r.each(s, func(piece string) { b = append(b, piece...) }) {
		return s
	}
	return text(b)
}

// WriteString writes s to w with all replacements.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	write := func(piece string) {
		if err == nil && piece != "" {
			var m int
			m, err = io.WriteString(w, piece)
			n += m
		}
	}
	if !r.each(s, write) {
		return io.WriteString(w, s)
	}
	return n, err
}
