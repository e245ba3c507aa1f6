package path

import "unicode/utf8"

// Match reports whether name, as a whole, is of the form that pattern gives:
// * stands for any text without slash, ? for any one character but a slash,
// [abc], [a-z] and [^a-z] for one of a set, and \ takes the meaning from the
// character behind it.
func Match(pattern, name string) (matched bool, err error) {
	for pattern != "" {
		if pattern[0] != '*' {
			var ok bool
			ok, pattern, name, err = matchOne(pattern, name)
			if err != nil {
				return false, err
			}
			if !ok {
				return false, check(pattern)
			}
			continue
		}
		for pattern != "" && pattern[0] == '*' {
			pattern = pattern[1:]
		}
		if pattern == "" {
			for i := 0; i < len(name); i++ {
				if name[i] == '/' {
					return false, nil
				}
			}
			return true, nil
		}
		// The text up to the next star must stand somewhere ahead; the first place will do.
		for {
			rest, after, ok := pattern, name, true
			for ok && rest != "" && rest[0] != '*' {
				ok, rest, after, err = matchOne(rest, after)
				if err != nil {
					return false, err
				}
			}
			if ok && (rest != "" || after == "") {
				pattern, name = rest, after
				break
			}
			if name == "" || name[0] == '/' {
				return false, check(pattern)
			}
			name = name[1:]
		}
		if pattern == "" {
			return name == "", nil
		}
	}
	return name == "", nil
}

// check is the error of a pattern that nothing need match any more.
func check(pattern string) error {
	for pattern != "" {
		if pattern[0] == '*' {
			pattern = pattern[1:]
			continue
		}
		var err error
		if _, pattern, _, err = matchOne(pattern, ""); err != nil {
			return err
		}
	}
	return nil
}

// matchOne matches what stands for one character at the beginning of pattern,
// which is no star, and returns what is left of both.
func matchOne(pattern, name string) (ok bool, restPattern, restName string, err error) {
	switch pattern[0] {
	case '?':
		if name == "" || name[0] == '/' {
			return false, pattern[1:], name, nil
		}
		_, size := utf8.DecodeRuneInString(name)
		return true, pattern[1:], name[size:], nil
	case '[':
		return matchSet(pattern[1:], name)
	case '\\':
		pattern = pattern[1:]
		if pattern == "" {
			return false, "", name, ErrBadPattern
		}
	}
	if name == "" || name[0] != pattern[0] {
		return false, pattern[1:], name, nil
	}
	return true, pattern[1:], name[1:], nil
}

// matchSet matches a set, whose [ has been read.
func matchSet(pattern, name string) (ok bool, restPattern, restName string, err error) {
	var r rune
	some := name != ""
	rest := name
	if some {
		var size int
		r, size = utf8.DecodeRuneInString(name)
		rest = name[size:]
	}
	negated := pattern != "" && pattern[0] == '^'
	if negated {
		pattern = pattern[1:]
	}
	in := false
	for n := 0; ; n++ {
		if pattern != "" && pattern[0] == ']' && n > 0 {
			break
		}
		var low, high rune
		if low, pattern, err = setRune(pattern); err != nil {
			return false, "", name, err
		}
		high = low
		if pattern[0] == '-' {
			if high, pattern, err = setRune(pattern[1:]); err != nil {
				return false, "", name, err
			}
		}
		if low <= r && r <= high {
			in = true
		}
	}
	return some && in != negated, pattern[1:], rest, nil
}

// setRune reads a character of a set; something must follow it.
func setRune(pattern string) (r rune, rest string, err error) {
	if pattern == "" || pattern[0] == '-' || pattern[0] == ']' {
		return 0, "", ErrBadPattern
	}
	if pattern[0] == '\\' {
		pattern = pattern[1:]
		if pattern == "" {
			return 0, "", ErrBadPattern
		}
	}
	r, size := utf8.DecodeRuneInString(pattern)
	if r == utf8.RuneError && size == 1 || len(pattern) == size {
		return 0, "", ErrBadPattern
	}
	return r, pattern[size:], nil
}
