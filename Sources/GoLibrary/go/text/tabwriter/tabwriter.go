// Package tabwriter puts text into columns. A cell ends with a tab; the cells
// that stand above each other in lines next to each other are a column, as
// wide as its widest cell. What stands behind a line's last tab is no cell.
package tabwriter

import (
	"io"
	"unicode/utf8"
)

// What a Writer does besides.
const (
	FilterHTML          uint = 1 << iota // tags and entities take no room, or that of one character
	StripEscape                          // leave Escape characters out
	AlignRight                           // padding goes before the text
	DiscardEmptyColumns                  // columns of empty cells that end with \v take no room
	TabIndent                            // empty cells at a line's beginning are filled with tabs
	Debug                                // show | between columns
)

// Escape encloses text that is taken as it is.
const Escape = '\xff'

// A cell is a piece of a line.
type cell struct {
	text   []byte
	width  int  // characters
	tabbed bool // ended with \t rather than \v
}

// A Writer holds text back until its columns are complete.
type Writer struct {
	output   io.Writer
	minWidth int
	tabWidth int
	padding  int
	padChar  byte
	flags    uint

	lines   [][]cell
	current cell
	end     byte // what ends the escaped text, tag or entity that is being read; 0 for none
	err     error
}

// NewWriter makes a Writer; see Init.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init sets the least width of a cell with its padding, the width of a tab,
// how much padding a cell gets, and the character for it; '\t' as that
// character makes columns that fit tabs.
func (b *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	*b = Writer{output: output, minWidth: minwidth, tabWidth: tabwidth, padding: padding, padChar: padchar, flags: flags}
	if padchar == '\t' {
		b.flags &^= AlignRight // tabs cannot do that
	}
	b.lines = [][]cell{nil}
	return b
}

// endCell puts the current text into the line.
func (b *Writer) endCell(tabbed bool) int {
	b.current.tabbed = tabbed
	last := len(b.lines) - 1
	b.lines[last] = append(b.lines[last], b.current)
	b.current = cell{}
	return len(b.lines[last])
}

// Write takes text.
func (b *Writer) Write(buf []byte) (n int, err error) {
	for _, c := range buf {
		if b.end != 0 {
			b.inside(c)
			continue
		}
		switch c {
		case '\t', '\v':
			b.endCell(c == '\t')
		case '\n', '\f':
			cells := b.endCell(false)
			b.lines = append(b.lines, nil)
			if c == '\f' || cells == 1 {
				// A line without tabs ends all columns.
				b.flush(false)
				if c == '\f' && b.flags&Debug != 0 {
					b.put([]byte("---\n"))
				}
			}
		case Escape:
			b.end = Escape
			if b.flags&StripEscape == 0 {
				b.current.text = append(b.current.text, c)
			}
		case '<', '&':
			if b.flags&FilterHTML != 0 {
				b.end = '>'
				if c == '&' {
					b.end = ';'
				}
			}
			b.add(c)
		default:
			b.add(c)
		}
	}
	return len(buf), b.err
}

// add takes a byte of plain text; the first of a tag or entity takes no room yet.
func (b *Writer) add(c byte) {
	b.current.text = append(b.current.text, c)
	if b.end == 0 && utf8.RuneStart(c) {
		b.current.width++
	}
}

// inside takes a byte of escaped text, a tag or an entity.
func (b *Writer) inside(c byte) {
	if b.end == Escape {
		if c != Escape {
			b.current.text = append(b.current.text, c)
			if utf8.RuneStart(c) {
				b.current.width++
			}
			return
		}
		if b.flags&StripEscape == 0 {
			b.current.text = append(b.current.text, c)
		}
		b.end = 0
		return
	}
	b.current.text = append(b.current.text, c)
	if c == b.end {
		if c == ';' {
			b.current.width++
		}
		b.end = 0
	}
}

// Flush writes all that is held back.
func (b *Writer) Flush() error {
	b.flush(true)
	return b.err
}

// flush writes the lines so far; all says that the last, unfinished one goes too.
func (b *Writer) flush(all bool) {
	if all && (len(b.current.text) > 0 || b.end != 0) {
		b.end = 0
		b.endCell(false)
	}
	b.format(0, len(b.lines), nil)
	b.lines = append(b.lines[:0], nil)
}

// format writes lines first to end, whose first columns have the given widths.
func (b *Writer) format(first, end int, widths []int) {
	column := len(widths)
	for this := first; this < end; this++ {
		if column >= len(b.lines[this])-1 {
			continue
		}
		// Here a column begins: the lines before it are done, its own follow as a block.
		b.print(first, this, widths)
		first = this
		width := b.minWidth
		discardable := true
		for ; this < end && column < len(b.lines[this])-1; this++ {
			c := b.lines[this][column]
			width = max(width, c.width+b.padding)
			if c.width > 0 || c.tabbed {
				discardable = false
			}
		}
		if discardable && b.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		b.format(first, this, append(widths[:column:column], width))
		first = this
		this--
	}
	b.print(first, end, widths)
}

func (b *Writer) put(text []byte) {
	if b.err == nil {
		_, b.err = b.output.Write(text)
	}
}

// print writes lines with their cells filled up to the widths.
func (b *Writer) print(first, end int, widths []int) {
	var out []byte
	for i := first; i < end; i++ {
		useTabs := b.flags&TabIndent != 0
		for k, c := range b.lines[i] {
			if k > 0 && b.flags&Debug != 0 {
				out = append(out, '|')
			}
			switch {
			case len(c.text) == 0:
				if k < len(widths) {
					out = b.pad(out, c.width, widths[k], useTabs)
				}
			case b.flags&AlignRight == 0:
				useTabs = false
				out = append(out, c.text...)
				if k < len(widths) {
					out = b.pad(out, c.width, widths[k], false)
				}
			default:
				useTabs = false
				if k < len(widths) {
					out = b.pad(out, c.width, widths[k], false)
				}
				out = append(out, c.text...)
			}
		}
		if i+1 < len(b.lines) {
			out = append(out, '\n')
		}
	}
	if len(out) > 0 {
		b.put(out)
	}
}

// pad fills a cell up to its width.
func (b *Writer) pad(out []byte, text, width int, useTabs bool) []byte {
	if b.padChar != '\t' && !useTabs {
		for ; text < width; text++ {
			out = append(out, b.padChar)
		}
		return out
	}
	if b.tabWidth == 0 {
		return out
	}
	width = (width + b.tabWidth - 1) / b.tabWidth * b.tabWidth
	for n := width - text; n > 0; n -= b.tabWidth {
		out = append(out, '\t')
	}
	return out
}
