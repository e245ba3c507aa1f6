package unicode

import "internal/ucd"

// A RangeTable is a set of code points.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int // entries of R16 with Hi <= MaxLatin1
}

// A Range16 is every Stride-th code point from Lo to Hi.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// A Range32 is a Range16 beyond 16 bits.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

func (t *RangeTable) add(lo, hi rune) {
	if lo > 0xFFFF {
		t.R32 = append(t.R32, Range32{uint32(lo), uint32(hi), 1})
		return
	}
	if hi > 0xFFFF {
		t.R32 = append(t.R32, Range32{0x10000, uint32(hi), 1})
		hi = 0xFFFF
	}
	t.R16 = append(t.R16, Range16{uint16(lo), uint16(hi), 1})
	if hi <= MaxLatin1 {
		t.LatinOffset++
	}
}

// fromRanges unpacks a script's or property's table.
func fromRanges(packed string) *RangeTable {
	t := new(RangeTable)
	for i := 0; i < len(packed); i += 8 {
		t.add(ucd.Number(packed, i), ucd.Number(packed, i+4))
	}
	return t
}

// fromCategories collects the code points of some categories.
func fromCategories(set uint) *RangeTable {
	t := new(RangeTable)
	start := rune(-1)
	for r := rune(0); r <= MaxRune; {
		category, next := ucd.Run(r)
		if set>>uint(category)&1 == 0 {
			if start >= 0 {
				t.add(start, r-1)
				start = -1
			}
		} else if start < 0 {
			start = r
		}
		r = next
	}
	if start >= 0 {
		t.add(start, MaxRune)
	}
	return t
}

// The categories.
var (
	Cc = fromCategories(1 << ucd.Cc)
	Cf = fromCategories(1 << ucd.Cf)
	Co = fromCategories(1 << ucd.Co)
	Cs = fromCategories(1 << ucd.Cs)
	C  = fromCategories(ucd.Others)
	Ll = fromCategories(1 << ucd.Ll)
	Lm = fromCategories(1 << ucd.Lm)
	Lo = fromCategories(1 << ucd.Lo)
	Lt = fromCategories(1 << ucd.Lt)
	Lu = fromCategories(1 << ucd.Lu)
	L  = fromCategories(ucd.Letters)
	Mc = fromCategories(1 << ucd.Mc)
	Me = fromCategories(1 << ucd.Me)
	Mn = fromCategories(1 << ucd.Mn)
	M  = fromCategories(ucd.Marks)
	Nd = fromCategories(1 << ucd.Nd)
	Nl = fromCategories(1 << ucd.Nl)
	No = fromCategories(1 << ucd.No)
	N  = fromCategories(ucd.Numbers)
	Pc = fromCategories(1 << ucd.Pc)
	Pd = fromCategories(1 << ucd.Pd)
	Pe = fromCategories(1 << ucd.Pe)
	Pf = fromCategories(1 << ucd.Pf)
	Pi = fromCategories(1 << ucd.Pi)
	Po = fromCategories(1 << ucd.Po)
	Ps = fromCategories(1 << ucd.Ps)
	P  = fromCategories(ucd.Puncts)
	Sc = fromCategories(1 << ucd.Sc)
	Sk = fromCategories(1 << ucd.Sk)
	Sm = fromCategories(1 << ucd.Sm)
	So = fromCategories(1 << ucd.So)
	S  = fromCategories(ucd.Symbols)
	Zl = fromCategories(1 << ucd.Zl)
	Zp = fromCategories(1 << ucd.Zp)
	Zs = fromCategories(1 << ucd.Zs)
	Z  = fromCategories(ucd.Spaces)

	Digit  = Nd
	Letter = L
	Lower  = Ll
	Mark   = M
	Number = N
	Other  = C
	Punct  = P
	Space  = Z
	Symbol = S
	Title  = Lt
	Upper  = Lu
)

// GraphicRanges are the sets that IsGraphic accepts, PrintRanges those of IsPrint without the space.
var (
	GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}
	PrintRanges   = []*RangeTable{L, M, N, P, S}
)

// Is reports whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool {
	if r < 0 {
		return false
	}
	if r <= 0xFFFF {
		x := uint16(r)
		table := rangeTab.R16
		low, high := 0, len(table)
		for low < high {
			middle := int(uint(low+high) >> 1)
			if table[middle].Hi < x {
				low = middle + 1
			} else {
				high = middle
			}
		}
		if low == len(table) || x < table[low].Lo {
			return false
		}
		return table[low].Stride == 1 || (x-table[low].Lo)%table[low].Stride == 0
	}
	x := uint32(r)
	table := rangeTab.R32
	low, high := 0, len(table)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if table[middle].Hi < x {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == len(table) || x < table[low].Lo {
		return false
	}
	return table[low].Stride == 1 || (x-table[low].Lo)%table[low].Stride == 0
}

// In reports whether r is in one of the tables.
func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

// IsOneOf reports whether r is in one of the tables.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

// A CaseRange maps the code points from Lo to Hi by adding Delta, one distance for each case.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

type d [MaxCase]rune

// A SpecialCase is a language's own case mapping; what it lacks maps as usual.
type SpecialCase []CaseRange

func (special SpecialCase) to(which int, r rune) rune {
	for i := range special {
		c := &special[i]
		if uint32(r) < c.Lo || uint32(r) > c.Hi {
			continue
		}
		delta := c.Delta[which]
		if delta > MaxRune {
			first := rune(c.Lo)
			return first + (r-first)&^1 + rune(which&1)
		}
		if delta != 0 {
			return r + delta
		}
		return r
	}
	return To(which, r)
}

// ToUpper is r as a capital letter.
func (special SpecialCase) ToUpper(r rune) rune { return special.to(UpperCase, r) }

// ToTitle is r in title case.
func (special SpecialCase) ToTitle(r rune) rune { return special.to(TitleCase, r) }

// ToLower is r as a small letter.
func (special SpecialCase) ToLower(r rune) rune { return special.to(LowerCase, r) }

// Turkish and Azeri pair i with İ and ı with I.
var (
	TurkishCase SpecialCase = SpecialCase{
		{'I', 'I', d{0, 'ı' - 'I', 0}},
		{'i', 'i', d{'İ' - 'i', 0, 'İ' - 'i'}},
		{'İ', 'İ', d{0, 'i' - 'İ', 0}},
		{'ı', 'ı', d{'I' - 'ı', 0, 'I' - 'ı'}},
	}
	AzeriCase SpecialCase = TurkishCase
)
