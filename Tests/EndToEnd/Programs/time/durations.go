package main

import (
	"fmt"
	"time"
)

func main() {
	d := 90*time.Minute + 30*time.Second + 5*time.Millisecond
	fmt.Println(d, d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds())
	fmt.Println(d.Round(time.Minute), d.Truncate(time.Hour), -d, time.Duration(0), time.Duration(1), 1500*time.Microsecond)
	p, err := time.ParseDuration("1h15m30.918s")
	fmt.Println(p, err)
	_, err = time.ParseDuration("bogus")
	fmt.Println(err)
	t := time.Date(2024, time.February, 29, 13, 4, 5, 123456789, time.UTC)
	fmt.Println(t)
	fmt.Println(t.Format(time.RFC3339), t.Format("Jan 2, 2006 at 3:04pm (MST)"), t.Format("02/01/06 15:04:05.000"))
	fmt.Println(t.Year(), t.Month(), t.Day(), t.Weekday(), t.YearDay(), t.Hour(), t.Nanosecond(), t.Unix())
	u := t.AddDate(1, 0, 1).Add(36 * time.Hour)
	fmt.Println(u, u.Sub(t), u.After(t), t.Before(u), t.Equal(t))
	q, err := time.Parse("2006-01-02", "2023-10-05")
	fmt.Println(q, err)
	_, err = time.Parse("2006-01-02", "nope")
	fmt.Println(err)
	fmt.Println(time.Unix(0, 0).UTC(), time.Time{}.IsZero(), t.Truncate(time.Hour))
	start := time.Now()
	time.Sleep(30 * time.Millisecond)
	e := time.Since(start)
	fmt.Println(e >= 30*time.Millisecond, e < 5*time.Second)
	timer := time.NewTimer(time.Hour)
	fmt.Println(timer.Stop(), timer.Reset(time.Millisecond))
	<-timer.C
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { done <- true })
	fmt.Println(<-done)
	y, w := t.ISOWeek()
	fmt.Println(y, w, time.March, time.Saturday, time.Month(13))
}
