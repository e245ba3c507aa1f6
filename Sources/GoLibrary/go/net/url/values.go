package url

import (
	"errors"
	"slices"
	"strings"
)

// Values are parameters with their values.
type Values map[string][]string

// Get is the first value of key, or "".
func (v Values) Get(key string) string {
	if list := v[key]; len(list) > 0 {
		return list[0]
	}
	return ""
}

// Set makes value the only one of key.
func (v Values) Set(key, value string) { v[key] = []string{value} }

// Add adds a value of key.
func (v Values) Add(key, value string) { v[key] = append(v[key], value) }

// Del removes key.
func (v Values) Del(key string) { delete(v, key) }

// Has reports whether there is a key.
func (v Values) Has(key string) bool {
	_, ok := v[key]
	return ok
}

// Encode is "a=1&b=2", in the order of keys.
func (v Values) Encode() string {
	keys := make([]string, 0, len(v))
	for key := range v {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	var parts []string
	for _, key := range keys {
		for _, value := range v[key] {
			parts = append(parts, QueryEscape(key)+"="+QueryEscape(value))
		}
	}
	return strings.Join(parts, "&")
}

// ParseQuery reads what Encode writes; the error is the first of those that were passed over.
func ParseQuery(query string) (Values, error) {
	v := make(Values)
	var first error
	note := func(err error) {
		if first == nil {
			first = err
		}
	}
	for query != "" {
		var part string
		part, query, _ = strings.Cut(query, "&")
		if strings.Contains(part, ";") {
			note(errors.New("invalid semicolon separator in query"))
			continue
		}
		if part == "" {
			continue
		}
		key, value, _ := strings.Cut(part, "=")
		key, err := QueryUnescape(key)
		if err == nil {
			value, err = QueryUnescape(value)
		}
		if err != nil {
			note(err)
			continue
		}
		v.Add(key, value)
	}
	return v, first
}
