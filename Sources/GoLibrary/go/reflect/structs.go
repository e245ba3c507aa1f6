package reflect

import (
	"internal/rt"
	"strconv"
)

// A StructField is a field of a struct type.
type StructField struct {
	Name      string
	PkgPath   string // of an unexported field
	Type      Type
	Tag       StructTag
	Offset    uintptr // bytes from the struct's beginning
	Index     []int   // for FieldByIndex
	Anonymous bool    // embedded
}

// IsExported reports whether the field is exported.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// A StructTag is a field's tag: key:"value" pairs with blanks between.
type StructTag string

// Get is the value of key, or "".
func (tag StructTag) Get(key string) string {
	value, _ := tag.Lookup(key)
	return value
}

// Lookup is the value of key and whether there is one.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	rest := string(tag)
	for {
		for rest != "" && rest[0] == ' ' {
			rest = rest[1:]
		}
		end := 0
		for end < len(rest) && rest[end] > ' ' && rest[end] != ':' && rest[end] != '"' && rest[end] != 0x7F {
			end++
		}
		if end == 0 || end+1 >= len(rest) || rest[end] != ':' || rest[end+1] != '"' {
			return "", false
		}
		name := rest[:end]
		quoted, err := strconv.QuotedPrefix(rest[end+1:])
		if err != nil {
			return "", false
		}
		rest = rest[end+1+len(quoted):]
		if name == key {
			value, err := strconv.Unquote(quoted)
			return value, err == nil
		}
	}
}

func (t *rtype) NumField() int {
	t.need("NumField", Struct)
	return rt.NumField(t.word())
}

func (t *rtype) Field(i int) StructField {
	t.need("Field", Struct)
	if i < 0 || i >= t.NumField() {
		panic("reflect: Field index out of bounds")
	}
	w := t.word()
	return StructField{
		Name: rt.FieldName(w, i), PkgPath: rt.FieldPkgPath(w, i), Type: toType(rt.FieldType(w, i)),
		Tag: StructTag(rt.FieldTag(w, i)), Offset: rt.FieldOffset(w, i), Index: []int{i},
		Anonymous: rt.FieldFlags(w, i)&rt.FieldEmbedded != 0,
	}
}

// structOf is the struct type that t is or points to.
func structOf(t Type) Type {
	if t.Kind() == Pointer && t.Elem().Kind() == Struct {
		return t.Elem()
	}
	return t
}

// FieldByIndex is the field reached by one index after the other.
func (t *rtype) FieldByIndex(index []int) StructField {
	t.need("FieldByIndex", Struct)
	var typ Type = t
	var f StructField
	for i, k := range index {
		if i > 0 {
			typ = structOf(f.Type)
		}
		f = typ.Field(k)
	}
	return f
}

// FieldByName is the field with that name, own or promoted.
func (t *rtype) FieldByName(name string) (StructField, bool) {
	t.need("FieldByName", Struct)
	return t.findField(func(s string) bool { return s == name })
}

func (t *rtype) findField(match func(string) bool) (StructField, bool) {
	// Level by level: the shallowest field counts, if it is the only one there.
	type place struct {
		typ   Type
		index []int
	}
	level := []place{{t, nil}}
	seen := map[Type]bool{}
	for len(level) > 0 {
		var below []place
		var found StructField
		count := 0
		for _, p := range level {
			if seen[p.typ] {
				continue
			}
			seen[p.typ] = true
			for i := 0; i < p.typ.NumField(); i++ {
				f := p.typ.Field(i)
				f.Index = append(append([]int(nil), p.index...), i)
				if match(f.Name) {
					found = f
					count++
				} else if f.Anonymous {
					if s := structOf(f.Type); s.Kind() == Struct {
						below = append(below, place{s, f.Index})
					}
				}
			}
		}
		if count > 0 {
			if count == 1 {
				return found, true
			}
			return StructField{}, false
		}
		level = below
	}
	return StructField{}, false
}

// VisibleFields are all fields of a struct type, those of embedded structs too.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	var fields []StructField
	var visit func(s Type, index []int, above []Type)
	visit = func(s Type, index []int, above []Type) {
		for _, u := range above {
			if u == s {
				return
			}
		}
		for i := 0; i < s.NumField(); i++ {
			f := s.Field(i)
			f.Index = append(append([]int(nil), index...), i)
			if best, ok := t.FieldByName(f.Name); ok && len(best.Index) == len(f.Index) && sameIndex(best.Index, f.Index) {
				fields = append(fields, f)
			}
			if f.Anonymous {
				if e := structOf(f.Type); e.Kind() == Struct {
					visit(e, f.Index, append(above, s))
				}
			}
		}
	}
	visit(t, nil, nil)
	return fields
}

func sameIndex(a, b []int) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// FieldByNameFunc is the field whose name match accepts, own or promoted; the
// shallowest, if it is the only one there.
func (t *rtype) FieldByNameFunc(match func(string) bool) (StructField, bool) {
	t.need("FieldByNameFunc", Struct)
	return t.findField(match)
}
