package os

import (
	"errors"
	"syscall"
)

// environment holds what the program itself has set: it is empty at first, so
// that every run is alike.
var environment []variable

type variable struct {
	key, value string
}

func find(key string) int {
	for i, v := range environment {
		if v.key == key {
			return i
		}
	}
	return -1
}

// Getenv is the value of a variable of the environment, or "".
func Getenv(key string) string {
	value, _ := LookupEnv(key)
	return value
}

// LookupEnv is the value of a variable of the environment, and whether it is there.
func LookupEnv(key string) (string, bool) {
	if i := find(key); i >= 0 {
		return environment[i].value, true
	}
	return "", false
}

// Setenv sets a variable of the environment.
func Setenv(key, value string) error {
	bad := key == ""
	for i := 0; i < len(key); i++ {
		bad = bad || key[i] == '=' || key[i] == 0
	}
	for i := 0; i < len(value); i++ {
		bad = bad || value[i] == 0
	}
	if bad {
		return NewSyscallError("setenv", syscall.EINVAL)
	}
	if i := find(key); i >= 0 {
		environment[i].value = value
	} else {
		environment = append(environment, variable{key, value})
	}
	return nil
}

// Unsetenv takes a variable out of the environment.
func Unsetenv(key string) error {
	if i := find(key); i >= 0 {
		environment = append(environment[:i], environment[i+1:]...)
	}
	return nil
}

// Clearenv empties the environment.
func Clearenv() { environment = nil }

// Environ is the environment, each variable as "key=value".
func Environ() []string {
	list := make([]string, 0, len(environment))
	for _, v := range environment {
		list = append(list, v.key+"="+v.value)
	}
	return list
}

// ExpandEnv replaces $name and ${name} by variables of the environment.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand replaces $name and ${name} by mapping(name).
func Expand(s string, mapping func(string) string) string {
	var text []byte
	done := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '$' {
			continue
		}
		text = append(text, s[done:i]...)
		name, length := variableName(s[i+1:])
		switch {
		case name != "":
			text = append(text, mapping(name)...)
		case length == 0: // a $ with nothing behind it that could be a name
			text = append(text, '$')
		}
		i += length
		done = i + 1
	}
	if text == nil {
		return s
	}
	return string(append(text, s[done:]...))
}

// variableName reads the name behind a $; length counts the bytes that belong
// to it. Bad syntax has no name but a length.
func variableName(s string) (name string, length int) {
	if s[0] == '{' {
		if len(s) > 2 && isSpecial(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if isSpecial(s[0]) {
		return s[:1], 1
	}
	for length < len(s) && isNameByte(s[length]) {
		length++
	}
	return s[:length], length
}

// isSpecial reports whether c alone is a name to a shell.
func isSpecial(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

func isNameByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// TempDir is the folder for temporary files.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// UserHomeDir is what the environment says.
func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", errors.New("$HOME is not defined")
}

// UserCacheDir is what the environment says.
func UserCacheDir() (string, error) { return userDir("XDG_CACHE_HOME", "/.cache") }

// UserConfigDir is what the environment says.
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", "/.config") }

func userDir(key, below string) (string, error) {
	dir := Getenv(key)
	if dir == "" {
		home := Getenv("HOME")
		if home == "" {
			return "", errors.New("neither $" + key + " nor $HOME are defined")
		}
		return home + below, nil
	}
	if dir[0] != '/' {
		return "", errors.New("path in $" + key + " is relative")
	}
	return dir, nil
}
