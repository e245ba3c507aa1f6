package slog

import (
	"errors"
	"strconv"
	"strings"
	"sync/atomic"
)

// A Level is how important a record is.
type Level int

const (
	LevelDebug Level = -4
	LevelInfo  Level = 0
	LevelWarn  Level = 4
	LevelError Level = 8
)

// String is the name of the next level below, and the distance: "INFO+2".
func (l Level) String() string {
	name, base := "ERROR", LevelError
	switch {
	case l < LevelInfo:
		name, base = "DEBUG", LevelDebug
	case l < LevelWarn:
		name, base = "INFO", LevelInfo
	case l < LevelError:
		name, base = "WARN", LevelWarn
	}
	switch d := int(l - base); {
	case d == 0:
		return name
	case d > 0:
		return name + "+" + strconv.Itoa(d)
	default:
		return name + strconv.Itoa(d)
	}
}

// Level is l.
func (l Level) Level() Level { return l }

func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

func (l Level) MarshalJSON() ([]byte, error) { return strconv.AppendQuote(nil, l.String()), nil }

func (l *Level) UnmarshalText(data []byte) error { return l.parse(string(data)) }

func (l *Level) UnmarshalJSON(data []byte) error {
	s, err := strconv.Unquote(string(data))
	if err != nil {
		return err
	}
	return l.parse(s)
}

func (l *Level) parse(s string) error {
	name, offset := s, 0
	if i := strings.IndexAny(s, "+-"); i >= 0 {
		name = s[:i]
		var err error
		if offset, err = strconv.Atoi(s[i:]); err != nil {
			return errors.New("slog: level string " + strconv.Quote(s) + ": " + err.Error())
		}
	}
	switch strings.ToUpper(name) {
	case "DEBUG":
		*l = LevelDebug
	case "INFO":
		*l = LevelInfo
	case "WARN":
		*l = LevelWarn
	case "ERROR":
		*l = LevelError
	default:
		return errors.New("slog: level string " + strconv.Quote(s) + ": unknown name")
	}
	*l += Level(offset)
	return nil
}

// A Leveler has a level.
type Leveler interface {
	Level() Level
}

// A LevelVar is a level that can be changed.
type LevelVar struct {
	val atomic.Int64
}

func (v *LevelVar) Level() Level { return Level(v.val.Load()) }

func (v *LevelVar) Set(l Level) { v.val.Store(int64(l)) }

func (v *LevelVar) String() string { return "LevelVar(" + v.Level().String() + ")" }

func (v *LevelVar) MarshalText() ([]byte, error) { return v.Level().MarshalText() }

func (v *LevelVar) UnmarshalText(data []byte) error {
	var l Level
	err := l.UnmarshalText(data)
	if err == nil {
		v.Set(l)
	}
	return err
}
