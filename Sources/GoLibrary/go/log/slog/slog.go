// Package slog writes log records with attributes.
//
// A Logger makes records (this file), of a message, a level.go and attributes,
// attr.go; a Handler writes them: as text or JSON in handler.go, or, where
// nothing is set, as package log does.
package slog

import (
	"context"
	"log"
	"runtime"
	"slices"
	"time"
)

// The keys of what every record has.
const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

// A Source is a place in the program.
type Source struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// A Record is what is logged at once.
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	PC      uintptr
	attrs   []Attr
}

// NewRecord is a record without attributes.
func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level, PC: pc}
}

// Clone is a record of its own.
func (r Record) Clone() Record {
	r.attrs = slices.Clip(r.attrs)
	return r
}

func (r Record) NumAttrs() int { return len(r.attrs) }

// Attrs calls f for each attribute until it returns false.
func (r Record) Attrs(f func(Attr) bool) {
	for _, a := range r.attrs {
		if !f(a) {
			return
		}
	}
}

// AddAttrs appends attributes, without empty groups.
func (r *Record) AddAttrs(attrs ...Attr) {
	for _, a := range attrs {
		if !a.Value.isEmptyGroup() {
			r.attrs = append(r.attrs, a)
		}
	}
}

// Add appends attributes: keys and values by turns, or Attrs.
func (r *Record) Add(args ...any) { r.AddAttrs(attrs(args)...) }

// A Handler writes records.
type Handler interface {
	Enabled(context.Context, Level) bool
	Handle(context.Context, Record) error
	WithAttrs(attrs []Attr) Handler
	WithGroup(name string) Handler
}

// A Logger makes records for a handler.
type Logger struct {
	handler Handler
}

// New is a Logger for a handler.
func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{h}
}

func (l *Logger) Handler() Handler { return l.handler }

// With is a Logger whose records have these attributes too.
func (l *Logger) With(args ...any) *Logger {
	if len(args) == 0 {
		return l
	}
	return &Logger{l.handler.WithAttrs(attrs(args))}
}

// WithGroup is a Logger whose attributes are in a group.
func (l *Logger) WithGroup(name string) *Logger {
	if name == "" {
		return l
	}
	return &Logger{l.handler.WithGroup(name)}
}

// Enabled reports whether records of a level are written.
func (l *Logger) Enabled(ctx context.Context, level Level) bool { return l.handler.Enabled(ctx, level) }

func (l *Logger) log(ctx context.Context, level Level, msg string, args []any) {
	if !l.Enabled(ctx, level) {
		return
	}
	var pcs [1]uintptr
	runtime.Callers(3, pcs[:])
	r := NewRecord(time.Now(), level, msg, pcs[0])
	r.Add(args...)
	l.handler.Handle(ctx, r)
}

func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	l.log(ctx, level, msg, args)
}

func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	args := make([]any, len(attrs))
	for i, a := range attrs {
		args[i] = a
	}
	l.log(ctx, level, msg, args)
}

var none = context.Background()

func (l *Logger) Debug(msg string, args ...any) { l.log(none, LevelDebug, msg, args) }
func (l *Logger) Info(msg string, args ...any)  { l.log(none, LevelInfo, msg, args) }
func (l *Logger) Warn(msg string, args ...any)  { l.log(none, LevelWarn, msg, args) }
func (l *Logger) Error(msg string, args ...any) { l.log(none, LevelError, msg, args) }

func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelDebug, msg, args)
}

func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelInfo, msg, args)
}

func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelWarn, msg, args)
}

func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.log(ctx, LevelError, msg, args)
}

var usual = &Logger{&plainHandler{}}

// Default is the Logger of the functions of this package.
func Default() *Logger { return usual }

// SetDefault sets that Logger; package log writes to it from then on.
func SetDefault(l *Logger) {
	usual = l
	if _, ok := l.handler.(*plainHandler); !ok {
		log.SetOutput(&bridge{l.handler})
		log.SetFlags(0)
	}
}

// SetLogLoggerLevel sets the least level of records for package log, or the level of what package log writes here.
func SetLogLoggerLevel(level Level) (oldLevel Level) {
	oldLevel = plainLevel.Level()
	plainLevel.Set(level)
	return oldLevel
}

// A bridge makes records of what package log writes.
type bridge struct {
	handler Handler
}

func (b *bridge) Write(text []byte) (int, error) {
	level := plainLevel.Level()
	if !b.handler.Enabled(none, level) {
		return 0, nil
	}
	n := len(text)
	if n > 0 && text[n-1] == '\n' {
		text = text[:n-1]
	}
	return n, b.handler.Handle(none, NewRecord(time.Now(), level, string(text), 0))
}

// NewLogLogger is a log.Logger that writes records.
func NewLogLogger(h Handler, level Level) *log.Logger {
	return log.New(&levelBridge{h, level}, "", 0)
}

type levelBridge struct {
	handler Handler
	level   Level
}

func (b *levelBridge) Write(text []byte) (int, error) {
	n := len(text)
	if !b.handler.Enabled(none, b.level) {
		return 0, nil
	}
	if n > 0 && text[n-1] == '\n' {
		text = text[:n-1]
	}
	return n, b.handler.Handle(none, NewRecord(time.Now(), b.level, string(text), 0))
}

func With(args ...any) *Logger      { return usual.With(args...) }
func Debug(msg string, args ...any) { usual.log(none, LevelDebug, msg, args) }
func Info(msg string, args ...any)  { usual.log(none, LevelInfo, msg, args) }
func Warn(msg string, args ...any)  { usual.log(none, LevelWarn, msg, args) }
func Error(msg string, args ...any) { usual.log(none, LevelError, msg, args) }

func DebugContext(ctx context.Context, msg string, args ...any) {
	usual.log(ctx, LevelDebug, msg, args)
}
func InfoContext(ctx context.Context, msg string, args ...any) { usual.log(ctx, LevelInfo, msg, args) }
func WarnContext(ctx context.Context, msg string, args ...any) { usual.log(ctx, LevelWarn, msg, args) }
func ErrorContext(ctx context.Context, msg string, args ...any) {
	usual.log(ctx, LevelError, msg, args)
}

func Log(ctx context.Context, level Level, msg string, args ...any) { usual.log(ctx, level, msg, args) }

func LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	usual.LogAttrs(ctx, level, msg, attrs...)
}
