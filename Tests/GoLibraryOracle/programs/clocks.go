// time: durations, dates, formats and parsing; timers as far as they do not depend on speed.
package main

import (
	"fmt"
	"time"
	"unsafe"
)

var seed uint64 = 88172645463325252

func random(n int) int {
	seed ^= seed << 13
	seed ^= seed >> 7
	seed ^= seed << 17
	return int(seed % uint64(n))
}

func random64() int64 { return int64(uint64(random(1<<32))<<32 | uint64(random(1<<32))) }

var zones = []*time.Location{time.UTC, time.FixedZone("CET", 3600), time.FixedZone("", -5*3600-1800), time.FixedZone("ODD", 3723), time.FixedZone("W", -7*3600)}

func moment() time.Time {
	t := time.Date(1900+random(300), time.Month(random(30)-8), random(80)-30, random(60)-20, random(200)-70, random(200)-70, random(2000000000)-500000000, zones[random(len(zones))])
	switch random(8) {
	case 0:
		t = time.Unix(random64()>>(20+random(30)), random64()).In(zones[random(len(zones))])
	case 1:
		t = t.Truncate(time.Second)
	case 2:
		t = time.Date(random(10000), 1, 1+random(400), 0, 0, 0, random(1000)*1000000, time.UTC)
	case 3:
		t = time.Date(-random(5000), time.Month(1+random(12)), 1+random(28), 1, 2, 3, 0, time.UTC)
	}
	return t
}

func duration() time.Duration {
	return time.Duration(random64() >> random(64))
}

var layouts = []string{time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly,
	"2006-002 15h", "__2 _2 2 02 Jan January Janet Mon Monday Month", "3 03 pm PM 4 04 5 05.000 .999 ,000", "Z07 Z0700 Z07:00 Z070000 Z07:00:00 -07 -0700 -07:00 -070000 -07:00:00", "_2006 06 2006", "MST", "05.0000000000", "15:04:05.99", "02/01/06 3:4:5"}

var words = []string{"2006", "01", "02", "15", "04", "05", ".000", ".999", "Jan", "Mon", "MST", "-07:00", "Z07:00", "PM", "3", "_2", "002", "-", ":", " ", "T", "x", "1", "2", "06"}

func main() {
	for i := 0; i < 4000; i++ {
		d, e := duration(), duration()
		fmt.Println(d, d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Microseconds(), d.Round(e), d.Truncate(e), d.Abs(), d.Round(time.Second), d.Truncate(time.Millisecond))
		back, err := time.ParseDuration(d.String())
		fmt.Println(back == d, err)
		t, u := moment(), moment()
		fmt.Println(t, t.UTC(), t.Unix(), t.UnixMilli(), t.UnixMicro(), t.UnixNano(), t.Weekday(), t.YearDay(), t.Location())
		fmt.Printf("%#v %d\n", t, t.Nanosecond())
		fmt.Println(t.ISOWeek())
		fmt.Println(t.Date())
		fmt.Println(t.Clock())
		fmt.Println(t.Zone())
		fmt.Println(t.Sub(u), t.Before(u), t.After(u), t.Compare(u), t.Equal(t.UTC()), t == t.UTC(), t.Add(d).Equal(t), t.IsZero())
		if y := t.Year(); y > 0 && y < 20000 {
			fmt.Println(t.Add(d), t.AddDate(random(10)-5, random(30)-15, random(100)-50))
			m := []time.Duration{time.Hour, time.Second, time.Millisecond, 24 * time.Hour, 7, 1000, time.Minute * 7, 3 * time.Second / 2}[random(8)]
			fmt.Println(t.Truncate(m), t.Round(m))
		}
		l := layouts[i%len(layouts)]
		if i%3 == 0 {
			l = ""
			for k := random(6); k >= 0; k-- {
				l += words[random(len(words))]
			}
		}
		s := t.Format(l)
		fmt.Printf("%q %q\n", l, s)
		p, err := time.Parse(l, s)
		fmt.Println(p, err)
		b := []byte(s)
		if len(b) > 0 {
			b[random(len(b))] = "0123456789 -:+.aZT"[random(18)]
		}
		p, err = time.Parse(l, string(b))
		fmt.Println(p, err)
		p, err = time.ParseInLocation(l, string(b), zones[1])
		fmt.Println(p, err)
		p, err = time.Parse(layouts[random(len(layouts))], s)
		fmt.Println(p, err)
	}
	for _, s := range []string{"", "0", "1h", "1.5h30m", "-2us", "3µs", "3μs", ".5s", "1", "1x", "h", "1h2", "9223372036854775807ns", "9223372036854775808ns", "-9223372036854775808ns", "1e3s", "+5m", "1.999999999999s", "99999999999h", "--1s", "1 h", "\"\x00é"} {
		fmt.Println(time.ParseDuration(s))
	}
	fmt.Println(time.Month(13), time.Weekday(8), time.Time{}, time.Unix(0, 0).UTC(), time.UnixMilli(-1).UTC(), time.UnixMicro(1).UTC())
	fmt.Println(time.LoadLocation("UTC"))
	fmt.Println(unsafe.Sizeof(time.Time{}), time.Time{} == time.Time{}.UTC())
	begin := time.Now()
	time.Sleep(3 * time.Millisecond)
	fmt.Println(time.Since(begin) >= 3*time.Millisecond, time.Now().After(begin), time.Until(begin) < 0, begin.Round(0) == begin)
	select {
	case <-time.After(5 * time.Millisecond):
		fmt.Println("after")
	}
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop(), t.Reset(time.Millisecond))
	<-t.C
	fmt.Println(t.Stop(), t.Reset(time.Millisecond))
	time.Sleep(20 * time.Millisecond)
	fmt.Println(t.Reset(time.Millisecond))
	<-t.C
	done := make(chan bool)
	f := time.AfterFunc(time.Millisecond, func() { done <- true })
	<-done
	fmt.Println(f.Stop(), f.C == nil)
	tick := time.NewTicker(2 * time.Millisecond)
	for i := 0; i < 3; i++ {
		<-tick.C
	}
	tick.Reset(time.Millisecond)
	<-tick.C
	tick.Stop()
	select {
	case <-tick.C:
		fmt.Println("ticked")
	case <-time.After(10 * time.Millisecond):
		fmt.Println("stopped")
	}
	for _, f := range []func(){func() { time.NewTicker(0) }, func() { new(time.Timer).Stop() }, func() { new(time.Timer).Reset(1) }, func() { time.Date(1, 1, 1, 1, 1, 1, 1, nil) }, func() { time.Now().In(nil) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
