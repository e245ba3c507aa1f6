package slog

import (
	"bytes"
	"context"
	"encoding"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// HandlerOptions are what handlers can do otherwise.
type HandlerOptions struct {
	AddSource   bool
	Level       Leveler // the least; nil for LevelInfo
	ReplaceAttr func(groups []string, a Attr) Attr
}

// A scope is what WithGroup and WithAttrs have added: a group's name or attributes.
type scope struct {
	group string
	attrs []Attr
}

// common is what both handlers have in common.
type common struct {
	options HandlerOptions
	scopes  []scope
	json    bool
	m       *sync.Mutex
	w       io.Writer
}

func newCommon(w io.Writer, opts *HandlerOptions, json bool) *common {
	c := &common{json: json, m: new(sync.Mutex), w: w}
	if opts != nil {
		c.options = *opts
	}
	return c
}

func (c *common) enabled(level Level) bool {
	least := LevelInfo
	if c.options.Level != nil {
		least = c.options.Level.Level()
	}
	return level >= least
}

func (c *common) with(s scope) *common {
	d := *c
	d.scopes = append(slices.Clip(c.scopes), s)
	return &d
}

// A TextHandler writes records as key=value.
type TextHandler struct {
	*common
}

// NewTextHandler writes to w.
func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newCommon(w, opts, false)}
}

func (h *TextHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }
func (h *TextHandler) Handle(_ context.Context, r Record) error    { return h.handle(r) }
func (h *TextHandler) WithAttrs(attrs []Attr) Handler {
	return &TextHandler{h.with(scope{attrs: attrs})}
}
func (h *TextHandler) WithGroup(name string) Handler { return &TextHandler{h.with(scope{group: name})} }

// A JSONHandler writes records as JSON objects.
type JSONHandler struct {
	*common
}

// NewJSONHandler writes to w.
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newCommon(w, opts, true)}
}

func (h *JSONHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }
func (h *JSONHandler) Handle(_ context.Context, r Record) error    { return h.handle(r) }
func (h *JSONHandler) WithAttrs(attrs []Attr) Handler {
	return &JSONHandler{h.with(scope{attrs: attrs})}
}
func (h *JSONHandler) WithGroup(name string) Handler { return &JSONHandler{h.with(scope{group: name})} }

// A writer is a record being written.
type writer struct {
	*common
	buf    []byte
	groups []string
}

func (c *common) handle(r Record) error {
	w := &writer{common: c}
	if c.json {
		w.buf = append(w.buf, '{')
	}
	if !r.Time.IsZero() {
		w.builtin(Time(TimeKey, r.Time))
	}
	w.builtin(Any(LevelKey, r.Level))
	if c.options.AddSource {
		w.builtin(Any(SourceKey, source(r.PC)))
	}
	w.builtin(String(MessageKey, r.Message))
	w.scoped(c.scopes, r.attrs)
	if c.json {
		w.buf = append(w.buf, '}')
	}
	w.buf = append(w.buf, '\n')
	c.m.Lock()
	defer c.m.Unlock()
	_, err := c.w.Write(w.buf)
	return err
}

func source(pc uintptr) *Source {
	f, _ := runtime.CallersFrames([]uintptr{pc}).Next()
	return &Source{f.Function, f.File, f.Line}
}

// builtin writes what every record has; ReplaceAttr sees it without groups.
func (w *writer) builtin(a Attr) {
	if replace := w.options.ReplaceAttr; replace != nil {
		a = replace(nil, a)
		a.Value = a.Value.Resolve()
		if a.Key == "" && a.Value.v == nil {
			return
		}
	}
	w.plain(a)
}

// scoped writes the scopes and, innermost, the record's attributes. A group with nothing in it is left out.
func (w *writer) scoped(scopes []scope, last []Attr) {
	for i, s := range scopes {
		if s.group == "" {
			w.all(s.attrs)
			continue
		}
		if len(last) == 0 && !slices.ContainsFunc(scopes[i:], func(s scope) bool { return len(s.attrs) > 0 }) {
			return
		}
		w.group(s.group, func() { w.scoped(scopes[i+1:], last) })
		return
	}
	w.all(last)
}

// group writes members of a group, and nothing if there are none.
func (w *writer) group(name string, members func()) {
	before := len(w.buf)
	w.groups = append(w.groups, name)
	if w.json {
		w.separate()
		w.string(name)
		w.buf = append(w.buf, ':', '{')
	}
	begin := len(w.buf)
	members()
	empty := len(w.buf) == begin
	if w.json {
		w.buf = append(w.buf, '}')
	}
	if empty {
		w.buf = w.buf[:before]
	}
	w.groups = w.groups[:len(w.groups)-1]
}

func (w *writer) all(attrs []Attr) {
	for _, a := range attrs {
		w.attr(a)
	}
}

func (w *writer) attr(a Attr) {
	a.Value = a.Value.Resolve()
	if replace := w.options.ReplaceAttr; replace != nil && a.Value.Kind() != KindGroup {
		a = replace(slices.Clone(w.groups), a)
		a.Value = a.Value.Resolve()
	}
	if a.Key == "" && a.Value.v == nil {
		return
	}
	if members, ok := a.Value.v.([]Attr); ok {
		switch {
		case len(members) == 0:
		case a.Key == "":
			w.all(members)
		default:
			w.group(a.Key, func() { w.all(members) })
		}
		return
	}
	w.plain(a)
}

func (w *writer) separate() {
	if n := len(w.buf); n > 0 && w.buf[n-1] != '{' {
		if w.json {
			w.buf = append(w.buf, ',')
		} else {
			w.buf = append(w.buf, ' ')
		}
	}
}

// plain writes key and value.
func (w *writer) plain(a Attr) {
	w.separate()
	if w.json {
		w.string(a.Key)
		w.buf = append(w.buf, ':')
		w.jsonValue(a.Value)
		return
	}
	w.string(strings.Join(append(slices.Clone(w.groups), a.Key), "."))
	w.buf = append(w.buf, '=')
	if b, ok := a.Value.v.([]byte); ok {
		w.buf = strconv.AppendQuote(w.buf, string(b))
		return
	}
	w.string(text(a.Value))
}

func (w *writer) string(s string) {
	switch {
	case w.json:
		w.marshal(s)
	case needsQuotes(s):
		w.buf = strconv.AppendQuote(w.buf, s)
	default:
		w.buf = append(w.buf, s...)
	}
}

func needsQuotes(s string) bool {
	if s == "" {
		return true
	}
	for _, r := range s {
		if r == utf8.RuneError || r == '=' || r == '"' || r != ' ' && unicode.IsSpace(r) || r == ' ' || !unicode.IsPrint(r) {
			return true
		}
	}
	return false
}

// milliseconds is RFC 3339 with three digits of the second.
const milliseconds = "2006-01-02T15:04:05.000Z07:00"

func text(v Value) string {
	switch x := v.v.(type) {
	case time.Time:
		return x.Format(milliseconds)
	case *Source:
		return x.File + ":" + strconv.Itoa(x.Line)
	case encoding.TextMarshaler:
		b, err := x.MarshalText()
		if err != nil {
			return "!ERROR:" + err.Error()
		}
		return string(b)
	case error, fmt.Stringer:
		return fmt.Sprintf("%+v", x)
	}
	if v.Kind() == KindAny {
		return fmt.Sprintf("%+v", v.v)
	}
	return v.String()
}

func (w *writer) marshal(x any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(x); err != nil {
		w.marshal("!ERROR:" + err.Error())
		return
	}
	w.buf = append(w.buf, bytes.TrimSuffix(b.Bytes(), []byte{'\n'})...)
}

func (w *writer) jsonValue(v Value) {
	switch x := v.v.(type) {
	case time.Duration:
		w.buf = strconv.AppendInt(w.buf, int64(x), 10)
	case float64:
		b, err := json.Marshal(x)
		if err != nil {
			w.marshal(fmt.Sprint(x))
			return
		}
		w.buf = append(w.buf, b...)
	case error:
		if _, ok := x.(json.Marshaler); !ok {
			w.marshal(x.Error())
			return
		}
		w.marshal(x)
	default:
		w.marshal(x)
	}
}

// plainLevel is the least level for package log.
var plainLevel LevelVar

// A plainHandler leaves records to package log.
type plainHandler struct {
	scopes []scope
}

func (h *plainHandler) Enabled(_ context.Context, level Level) bool {
	return level >= plainLevel.Level()
}

func (h *plainHandler) Handle(_ context.Context, r Record) error {
	w := &writer{common: &common{}}
	w.buf = append(w.buf, r.Level.String()+" "+r.Message...)
	w.scoped(h.scopes, r.attrs)
	return log.Output(4, string(w.buf))
}

func (h *plainHandler) WithAttrs(attrs []Attr) Handler {
	return &plainHandler{append(slices.Clip(h.scopes), scope{attrs: attrs})}
}

func (h *plainHandler) WithGroup(name string) Handler {
	return &plainHandler{append(slices.Clip(h.scopes), scope{group: name})}
}
