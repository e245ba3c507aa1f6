package strings

import (
	"internal/ucd"
	"unicode"
	"unicode/utf8"
)

// Map replaces each rune by what mapping says, dropping it where that is
// negative. Where nothing changes, the result is s itself.
func Map(mapping func(rune) rune, s string) string {
	for i, c := range s {
		r := mapping(c)
		if r == c && c != utf8.RuneError {
			continue
		}
		size := utf8.RuneLen(c)
		if c == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(s[i:])
			if size != 1 && r == c {
				continue
			}
		}
		var b Builder
		b.Grow(len(s) + utf8.UTFMax)
		b.WriteString(s[:i])
		if r >= 0 {
			b.WriteRune(r)
		}
		for _, c := range s[i+size:] {
			if r := mapping(c); r >= 0 {
				b.WriteRune(r)
			}
		}
		return b.String()
	}
	return s
}

// plainCase reports whether s is ASCII throughout and whether a letter lies between lo and hi.
func plainCase(s string, lo, hi byte) (ascii, found bool) {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false, false
		}
		found = found || lo <= s[i] && s[i] <= hi
	}
	return true, found
}

// turn changes the case of the letters of an ASCII s from lo to hi.
func turn(s string, lo, hi byte) string {
	var b Builder
	b.Grow(len(s))
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if lo <= c && c <= hi {
			if start < i {
				b.WriteString(s[start:i])
			}
			b.WriteByte(c ^ 0x20)
			start = i + 1
		}
	}
	if start < len(s) {
		b.WriteString(s[start:])
	}
	return b.String()
}

// ToUpper is s in capital letters.
func ToUpper(s string) string {
	if ascii, found := plainCase(s, 'a', 'z'); !ascii {
		return Map(unicode.ToUpper, s)
	} else if !found {
		return s
	}
	return turn(s, 'a', 'z')
}

// ToLower is s in small letters.
func ToLower(s string) string {
	if ascii, found := plainCase(s, 'A', 'Z'); !ascii {
		return Map(unicode.ToLower, s)
	} else if !found {
		return s
	}
	return turn(s, 'A', 'Z')
}

// ToTitle is s with every letter in title case.
func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

// ToUpperSpecial is ToUpper by a language's own rules.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower by a language's own rules.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle by a language's own rules.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// Title turns the first letter of each word into title case.
//
// Deprecated: it knows too little of what a word is.
func Title(s string) string {
	previous := ' '
	return Map(func(r rune) rune {
		starts := separates(previous)
		previous = r
		if starts {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

// separates reports whether r stands between words: ASCII except letters,
// digits and underscore, and white space.
func separates(r rune) bool {
	if r < utf8.RuneSelf {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}
	return ucd.IsSpace(r) && !unicode.IsLetter(r)
}

// ToValidUTF8 puts replacement in place of each stretch of invalid bytes.
func ToValidUTF8(s, replacement string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b Builder
	b.Grow(len(s) + len(replacement))
	invalid := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			if !invalid {
				b.WriteString(replacement)
			}
			invalid = true
		} else {
			b.WriteString(s[i : i+size])
			invalid = false
		}
		i += size
	}
	return b.String()
}

// EqualFold reports whether s and t differ in case at most.
func EqualFold(s, t string) bool {
	for _, c := range s {
		if len(t) == 0 {
			return false
		}
		d, size := utf8.DecodeRuneInString(t)
		t = t[size:]
		if c == d {
			continue
		}
		other := ucd.Fold(c)
		for other != c && other != d {
			other = ucd.Fold(other)
		}
		if other != d {
			return false
		}
	}
	return len(t) == 0
}
