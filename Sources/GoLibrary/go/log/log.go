// Package log writes lines with the time and place of their writing.
package log

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"time"
)

// What a line begins with, in this order.
const (
	Ldate         = 1 << iota     // 2009/01/23
	Ltime                         // 01:23:23
	Lmicroseconds                 // 01:23:23.123123
	Llongfile                     // /a/b/c/d.go:23
	Lshortfile                    // d.go:23
	LUTC                          // not a part: date and time are those of UTC
	Lmsgprefix                    // not a part: the prefix stands before the message
	LstdFlags     = Ldate | Ltime // those of the standard logger
)

// A Logger writes lines, each with a single Write.
type Logger struct {
	m      sync.Mutex
	out    io.Writer
	prefix string
	flag   int
	line   []byte
}

// New makes a Logger.
func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{out: out, prefix: prefix, flag: flag}
}

var std = New(os.Stderr, "", LstdFlags)

// Default is the standard logger.
func Default() *Logger { return std }

// Output writes a line; calldepth tells how many calls up its place is, 1 for the caller of Output.
func (l *Logger) Output(calldepth int, s string) error { return l.write(calldepth+1, s) }

func (l *Logger) write(depth int, s string) error {
	l.m.Lock()
	discard, flag, prefix := l.out == io.Discard, l.flag, l.prefix
	l.m.Unlock()
	if discard {
		return nil
	}
	now := time.Now()
	file, number := "", 0
	if flag&(Lshortfile|Llongfile) != 0 {
		ok := false
		if _, file, number, ok = runtime.Caller(depth); !ok {
			file, number = "???", 0
		}
	}
	l.m.Lock()
	defer l.m.Unlock()
	line := header(l.line[:0], now, prefix, flag, file, number)
	line = append(line, s...)
	if len(line) == 0 || line[len(line)-1] != '\n' {
		line = append(line, '\n')
	}
	l.line = line
	_, err := l.out.Write(line)
	return err
}

func header(line []byte, now time.Time, prefix string, flag int, file string, number int) []byte {
	if flag&Lmsgprefix == 0 {
		line = append(line, prefix...)
	}
	if flag&LUTC != 0 {
		now = now.UTC()
	}
	if flag&Ldate != 0 {
		line = now.AppendFormat(line, "2006/01/02 ")
	}
	if flag&Lmicroseconds != 0 {
		line = now.AppendFormat(line, "15:04:05.000000 ")
	} else if flag&Ltime != 0 {
		line = now.AppendFormat(line, "15:04:05 ")
	}
	if flag&(Lshortfile|Llongfile) != 0 {
		if flag&Lshortfile != 0 {
			for i := len(file) - 1; i > 0; i-- {
				if file[i] == '/' {
					file = file[i+1:]
					break
				}
			}
		}
		line = fmt.Appendf(line, "%s:%d: ", file, number)
	}
	if flag&Lmsgprefix != 0 {
		line = append(line, prefix...)
	}
	return line
}

func (l *Logger) Print(v ...any)                 { l.write(2, fmt.Sprint(v...)) }
func (l *Logger) Printf(format string, v ...any) { l.write(2, fmt.Sprintf(format, v...)) }
func (l *Logger) Println(v ...any)               { l.write(2, fmt.Sprintln(v...)) }

// Fatal is Print, then os.Exit(1).
func (l *Logger) Fatal(v ...any) {
	l.write(2, fmt.Sprint(v...))
	os.Exit(1)
}

// Fatalf is Printf, then os.Exit(1).
func (l *Logger) Fatalf(format string, v ...any) {
	l.write(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

// Fatalln is Println, then os.Exit(1).
func (l *Logger) Fatalln(v ...any) {
	l.write(2, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print, then a panic with the text.
func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.write(2, s)
	panic(s)
}

// Panicf is Printf, then a panic with the text.
func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.write(2, s)
	panic(s)
}

// Panicln is Println, then a panic with the text.
func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.write(2, s)
	panic(s)
}

func (l *Logger) Flags() int {
	l.m.Lock()
	defer l.m.Unlock()
	return l.flag
}

func (l *Logger) SetFlags(flag int) {
	l.m.Lock()
	l.flag = flag
	l.m.Unlock()
}

func (l *Logger) Prefix() string {
	l.m.Lock()
	defer l.m.Unlock()
	return l.prefix
}

func (l *Logger) SetPrefix(prefix string) {
	l.m.Lock()
	l.prefix = prefix
	l.m.Unlock()
}

func (l *Logger) Writer() io.Writer {
	l.m.Lock()
	defer l.m.Unlock()
	return l.out
}

func (l *Logger) SetOutput(w io.Writer) {
	l.m.Lock()
	l.out = w
	l.m.Unlock()
}

// These are the methods of the standard logger.

func Output(calldepth int, s string) error { return std.write(calldepth+1, s) }
func Flags() int                           { return std.Flags() }
func SetFlags(flag int)                    { std.SetFlags(flag) }
func Prefix() string                       { return std.Prefix() }
func SetPrefix(prefix string)              { std.SetPrefix(prefix) }
func Writer() io.Writer                    { return std.Writer() }
func SetOutput(w io.Writer)                { std.SetOutput(w) }
func Print(v ...any)                       { std.write(2, fmt.Sprint(v...)) }
func Printf(format string, v ...any)       { std.write(2, fmt.Sprintf(format, v...)) }
func Println(v ...any)                     { std.write(2, fmt.Sprintln(v...)) }

func Fatal(v ...any) {
	std.write(2, fmt.Sprint(v...))
	os.Exit(1)
}

func Fatalf(format string, v ...any) {
	std.write(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

func Fatalln(v ...any) {
	std.write(2, fmt.Sprintln(v...))
	os.Exit(1)
}

func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.write(2, s)
	panic(s)
}

func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.write(2, s)
	panic(s)
}

func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.write(2, s)
	panic(s)
}
