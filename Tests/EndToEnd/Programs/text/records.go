package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"time"
)

type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("REDACTED") }

type user struct{ ID int; Name string }

func (u user) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("id", u.ID), slog.String("name", u.Name))
}

func noTime(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	if a.Key == "shout" {
		a.Value = slog.StringValue(fmt.Sprint(groups))
	}
	return a
}

func main() {
	opts := &slog.HandlerOptions{ReplaceAttr: noTime, Level: slog.LevelDebug}
	for _, h := range []slog.Handler{slog.NewTextHandler(os.Stdout, opts), slog.NewJSONHandler(os.Stdout, opts)} {
		l := slog.New(h)
		l.Info("hello", "n", 1, "s", "a b", "q", `x"y`, "e", "", "f", 1.5, "b", true, "d", time.Second, "nil", nil)
		l.Debug("types", "err", errors.New("bad thing"), "slice", []int{1, 2}, "map", map[string]int{"a": 1}, "struct", struct{ A, B int }{1, 2}, "bytes", []byte("hi"), "t", time.Date(2024, 1, 2, 3, 4, 5, 678e6, time.UTC), "ptr", (*int)(nil))
		l.Warn("odd", "key")
		l.Error("odd", 42, "x", 1)
		l.With("a", 1).WithGroup("g").With("b", 2).Info("grouped", "c", 3, "shout", 1, slog.Group("h", "d", 4, slog.Group("e")))
		l.WithGroup("empty").Info("nothing")
		l.Info("valuer", "pw", secret("x"), "user", user{7, "bob"}, slog.Group("", "inline", 1), "lt", "<a&b>", "é", "ü\n\t")
		l.LogAttrs(context.Background(), slog.LevelInfo+2, "attrs", slog.Uint64("u", 1), slog.Any("any", int8(3)), slog.Float64("f", 1e21))
		fmt.Println(l.Enabled(context.Background(), slog.LevelDebug), l.Enabled(context.Background(), -8))
	}
	var lv slog.LevelVar
	l := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{Level: &lv, ReplaceAttr: noTime}))
	l.Debug("no")
	lv.Set(slog.LevelDebug)
	l.Debug("yes")
	fmt.Println(slog.LevelError+1, slog.Level(-5), slog.LevelInfo, &lv)
	var lev slog.Level
	fmt.Println(lev.UnmarshalText([]byte("warn+3")), lev, lev.UnmarshalText([]byte("x")))
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	slog.Info("default", "k", "v w")
	slog.Debug("hidden")
	slog.With("x", 1).Warn("def")
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, opts)))
	slog.Info("now json")
	log.Print("through log")
	fmt.Println(slog.Int("a", 1), slog.String("a", "b").Equal(slog.String("a", "b")), slog.AnyValue(3).Kind(), slog.GroupValue(slog.Int("a", 1)))
}
