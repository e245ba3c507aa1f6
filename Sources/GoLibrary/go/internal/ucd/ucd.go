// Package ucd holds the Unicode character database for strconv, strings,
// bytes and unicode.
//
// Tables are strings, so that a program pays for them only when it looks
// something up: numbers of four characters, six bits each from ' ' on. In the
// table of categories a run is a number, where it starts, and a character, its
// category; in that of case mappings a run is its first and last code point
// and the distances to upper, lower and title case, which may be negative; in
// those of scripts and properties it is the first and the last code point. The
// table of folds has pairs: a code point, and the next in its circle of cases,
// where that is neither its lower nor its upper case.
package ucd

// The general categories.
const (
	Cn = iota
	Cc
	Cf
	Co
	Cs
	Ll
	Lm
	Lo
	Lt
	Lu
	Mc
	Me
	Mn
	Nd
	Nl
	No
	Pc
	Pd
	Pe
	Pf
	Pi
	Po
	Ps
	Sc
	Sk
	Sm
	So
	Zl
	Zp
	Zs
	alternating // capital and small letters by turns
)

const (
	runSize  = 5
	caseSize = 20
	noChange = 1 << 22 // how a distance of 0 is written
)

// Sets of categories.
const (
	Letters = 1<<Ll | 1<<Lm | 1<<Lo | 1<<Lt | 1<<Lu
	Marks   = 1<<Mc | 1<<Me | 1<<Mn
	Numbers = 1<<Nd | 1<<Nl | 1<<No
	Puncts  = 1<<Pc | 1<<Pd | 1<<Pe | 1<<Pf | 1<<Pi | 1<<Po | 1<<Ps
	Symbols = 1<<Sc | 1<<Sk | 1<<Sm | 1<<So
	Others  = 1<<Cc | 1<<Cf | 1<<Co | 1<<Cs
	Spaces  = 1<<Zl | 1<<Zp | 1<<Zs
)

// Number reads the number at byte i of a table.
func Number(table string, i int) rune {
	return rune(table[i]-' ')<<18 | rune(table[i+1]-' ')<<12 | rune(table[i+2]-' ')<<6 | rune(table[i+3]-' ')
}

// Category is r's general category.
func Category(r rune) int {
	if r < 0 || r > 0x10FFFF {
		return Cn
	}
	low, high := 0, len(categoryRuns)/runSize // the run is at low or after, before high
	for high-low > 1 {
		middle := (low + high) / 2
		if Number(categoryRuns, middle*runSize) <= r {
			low = middle
		} else {
			high = middle
		}
	}
	category := int(categoryRuns[low*runSize+4] - ' ')
	if category == alternating {
		if (r-Number(categoryRuns, low*runSize))&1 == 0 {
			return Lu
		}
		return Ll
	}
	return category
}

// In reports whether r's category is one of the set.
func In(r rune, set uint) bool { return set>>uint(Category(r))&1 != 0 }

// IsPrint reports whether r shows as something: a letter, mark, number, sign
// or the plain space.
func IsPrint(r rune) bool {
	return r == ' ' || In(r, Letters|Marks|Numbers|Puncts|Symbols)
}

// IsSpace reports whether r has the property White_Space.
func IsSpace(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

// The cases that To maps to.
const (
	Upper = iota
	Lower
	Title
)

// To maps r to the given case.
func To(which int, r rune) rune {
	if r < 0x80 {
		switch {
		case which == Lower && 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		case which != Lower && 'a' <= r && r <= 'z':
			return r - ('a' - 'A')
		}
		return r
	}
	low, high := 0, len(caseRuns)/caseSize
	for low < high {
		middle := (low + high) / 2
		if Number(caseRuns, middle*caseSize+4) < r {
			low = middle + 1
		} else {
			high = middle
		}
	}
	at := low * caseSize
	if at == len(caseRuns) || r < Number(caseRuns, at) {
		return r
	}
	delta := Number(caseRuns, at+8+4*which) - noChange
	if delta == noChange {
		// Capital and small letters by turns, a capital first.
		first := Number(caseRuns, at)
		return first + (r-first)&^1 + rune(which&1)
	}
	return r + delta
}

// Within reports whether r lies in one of the ranges of a script's or property's table.
func Within(table string, r rune) bool {
	low, high := 0, len(table)/8
	for low < high {
		middle := (low + high) / 2
		if Number(table, middle*8+4) < r {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low*8 < len(table) && Number(table, low*8) <= r
}

// Fold is the next rune in the circle of those that differ from r in case
// only: 'K' to 'k' to the Kelvin sign to 'K'.
func Fold(r rune) rune {
	if r < 0 || r > 0x10FFFF {
		return r
	}
	low, high := 0, len(folds)/8
	for low < high {
		middle := (low + high) / 2
		if Number(folds, middle*8) < r {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low*8 < len(folds) && Number(folds, low*8) == r {
		return Number(folds, low*8+4)
	}
	if l := To(Lower, r); l != r {
		return l
	}
	return To(Upper, r)
}

// Run is the category of r and the first code point after r that may have another.
func Run(r rune) (category int, next rune) {
	low, high := 0, len(categoryRuns)/runSize
	for high-low > 1 {
		middle := (low + high) / 2
		if Number(categoryRuns, middle*runSize) <= r {
			low = middle
		} else {
			high = middle
		}
	}
	if int(categoryRuns[low*runSize+4]-' ') == alternating {
		return Category(r), r + 1
	}
	next = 0x110000
	if (low+1)*runSize < len(categoryRuns) {
		next = Number(categoryRuns, (low+1)*runSize)
	}
	return int(categoryRuns[low*runSize+4] - ' '), next
}
