package regexp

import "io"

// What a search gives: text or its place (Index), with what was captured
// (Submatch), of the first match or of up to n matches (All), as bytes or as a
// string.

// part is the text of capture i; nil if it took no part.
func part(b []byte, found []int, i int) []byte {
	if found[2*i] < 0 {
		return nil
	}
	return b[found[2*i]:found[2*i+1]:found[2*i+1]]
}

func parts(b []byte, found []int) [][]byte {
	list := make([][]byte, len(found)/2)
	for i := range list {
		list[i] = part(b, found, i)
	}
	return list
}

func stringPart(s string, found []int, i int) string {
	if found[2*i] < 0 {
		return ""
	}
	return s[found[2*i]:found[2*i+1]]
}

func stringParts(s string, found []int) []string {
	list := make([]string, len(found)/2)
	for i := range list {
		list[i] = stringPart(s, found, i)
	}
	return list
}

func (re *Regexp) Find(b []byte) []byte {
	if found := re.find(view(b), 0, 2); found != nil {
		return part(b, found, 0)
	}
	return nil
}

func (re *Regexp) FindIndex(b []byte) (loc []int) { return re.find(view(b), 0, 2) }

func (re *Regexp) FindString(s string) string {
	if found := re.find(s, 0, 2); found != nil {
		return stringPart(s, found, 0)
	}
	return ""
}

func (re *Regexp) FindStringIndex(s string) (loc []int) { return re.find(s, 0, 2) }

func (re *Regexp) FindReaderIndex(r io.RuneReader) (loc []int) { return re.find(readAll(r), 0, 2) }

func (re *Regexp) FindSubmatch(b []byte) [][]byte {
	if found := re.find(view(b), 0, re.saving); found != nil {
		return parts(b, found)
	}
	return nil
}

func (re *Regexp) FindSubmatchIndex(b []byte) []int { return re.find(view(b), 0, re.saving) }

func (re *Regexp) FindStringSubmatch(s string) []string {
	if found := re.find(s, 0, re.saving); found != nil {
		return stringParts(s, found)
	}
	return nil
}

func (re *Regexp) FindStringSubmatchIndex(s string) []int { return re.find(s, 0, re.saving) }

func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int {
	return re.find(readAll(r), 0, re.saving)
}

func (re *Regexp) FindAll(b []byte, n int) (list [][]byte) {
	re.each(view(b), n, 2, func(found []int) { list = append(list, part(b, found, 0)) })
	return list
}

func (re *Regexp) FindAllIndex(b []byte, n int) (list [][]int) {
	re.each(view(b), n, 2, func(found []int) { list = append(list, found) })
	return list
}

func (re *Regexp) FindAllString(s string, n int) (list []string) {
	re.each(s, n, 2, func(found []int) { list = append(list, stringPart(s, found, 0)) })
	return list
}

func (re *Regexp) FindAllStringIndex(s string, n int) (list [][]int) {
	re.each(s, n, 2, func(found []int) { list = append(list, found) })
	return list
}

func (re *Regexp) FindAllSubmatch(b []byte, n int) (list [][][]byte) {
	re.each(view(b), n, re.saving, func(found []int) { list = append(list, parts(b, found)) })
	return list
}

func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) (list [][]int) {
	re.each(view(b), n, re.saving, func(found []int) { list = append(list, found) })
	return list
}

func (re *Regexp) FindAllStringSubmatch(s string, n int) (list [][]string) {
	re.each(s, n, re.saving, func(found []int) { list = append(list, stringParts(s, found)) })
	return list
}

func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) (list [][]int) {
	re.each(s, n, re.saving, func(found []int) { list = append(list, found) })
	return list
}
