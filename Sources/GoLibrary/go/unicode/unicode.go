// Package unicode tells what kind of character a code point is.
package unicode

import "internal/ucd"

const (
	MaxRune         = '\U0010FFFF' // the last code point
	ReplacementChar = '\uFFFD'     // stands for what is not valid
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
)

// Version is the edition of Unicode.
const Version = ucd.Version

// IsLetter reports whether r is a letter (category L).
func IsLetter(r rune) bool {
	if uint32(r) <= MaxASCII {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return ucd.In(r, ucd.Letters)
}

// IsDigit reports whether r is a decimal digit (category Nd).
func IsDigit(r rune) bool {
	if uint32(r) <= MaxASCII {
		return '0' <= r && r <= '9'
	}
	return ucd.Category(r) == ucd.Nd
}

// IsNumber reports whether r is a number (category N).
func IsNumber(r rune) bool {
	if uint32(r) <= MaxASCII {
		return '0' <= r && r <= '9'
	}
	return ucd.In(r, ucd.Numbers)
}

// IsUpper reports whether r is a capital letter (category Lu).
func IsUpper(r rune) bool {
	if uint32(r) <= MaxASCII {
		return 'A' <= r && r <= 'Z'
	}
	return ucd.Category(r) == ucd.Lu
}

// IsLower reports whether r is a small letter (category Ll).
func IsLower(r rune) bool {
	if uint32(r) <= MaxASCII {
		return 'a' <= r && r <= 'z'
	}
	return ucd.Category(r) == ucd.Ll
}

// IsTitle reports whether r is a letter in title case (category Lt).
func IsTitle(r rune) bool { return r > MaxASCII && ucd.Category(r) == ucd.Lt }

// IsSpace reports whether r is white space (property White_Space).
func IsSpace(r rune) bool { return ucd.IsSpace(r) }

// IsControl reports whether r is a control character (category Cc).
func IsControl(r rune) bool { return 0 <= r && r < ' ' || 0x7F <= r && r < 0xA0 }

// IsMark reports whether r is a mark (category M).
func IsMark(r rune) bool { return ucd.In(r, ucd.Marks) }

// IsPunct reports whether r is a punctuation mark (category P).
func IsPunct(r rune) bool { return ucd.In(r, ucd.Puncts) }

// IsSymbol reports whether r is a symbol (category S).
func IsSymbol(r rune) bool { return ucd.In(r, ucd.Symbols) }

// IsPrint reports whether r shows as a letter, mark, number, punctuation mark, symbol or the plain space.
func IsPrint(r rune) bool { return ucd.IsPrint(r) }

// IsGraphic reports whether r is printable or a space of any kind (category Zs).
func IsGraphic(r rune) bool { return ucd.IsPrint(r) || ucd.Category(r) == ucd.Zs }

// The cases, for To.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower, as a distance, marks capital and small letters by turns.
const UpperLower = MaxRune + 1

// To maps r to a case.
func To(_case int, r rune) rune {
	if _case < 0 || _case >= MaxCase {
		return ReplacementChar
	}
	return ucd.To(_case, r)
}

// ToUpper is r as a capital letter.
func ToUpper(r rune) rune { return ucd.To(ucd.Upper, r) }

// ToLower is r as a small letter.
func ToLower(r rune) rune { return ucd.To(ucd.Lower, r) }

// ToTitle is r as the first letter of a title's word.
func ToTitle(r rune) rune { return ucd.To(ucd.Title, r) }

// SimpleFold is the next of the runes that differ from r in case only: the
// least that is greater, or else the least of all.
func SimpleFold(r rune) rune { return ucd.Fold(r) }
