package time

import (
	"internal/rt"
	"unsafe"
)

// Sleep lets the goroutine wait for d.
func Sleep(d Duration) {
	if d > 0 {
		rt.Sleep(int64(d))
	}
}

// moment is the clock's reading in d from now.
func moment(d Duration) int64 {
	now := rt.Now()
	if d <= 0 {
		return now
	}
	if when := now + int64(d); when >= 0 {
		return when
	}
	return 1<<63 - 1
}

// A Timer sends the time on C, or calls a function, once.
type Timer struct {
	C     <-chan Time
	timer rt.Timer
}

// channelTimer is a timer that sends on c.
func channelTimer(c chan Time, d Duration, period Duration) rt.Timer {
	return rt.Timer{
		When:    moment(d),
		Period:  int64(period),
		C:       *(*unsafe.Pointer)(unsafe.Pointer(&c)),
		Place:   unsafe.Pointer(Local),
		Base:    epoch + unixOffset - wallOffset,
		Started: started,
	}
}

// NewTimer makes a Timer that sends in d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{C: c, timer: channelTimer(c, d, 0)}
	rt.StartTimer(&t.timer)
	return t
}

// AfterFunc makes a Timer that calls f, in a goroutine of its own, in d.
func AfterFunc(d Duration, f func()) *Timer {
	t := new(Timer)
	t.timer = rt.Timer{When: moment(d), Func: f}
	rt.StartTimer(&t.timer)
	return t
}

// After is NewTimer(d).C.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// made reports whether the functions of this package made t.
func made(t *rt.Timer) bool { return t.Func != nil || t.C != nil }

// Stop keeps t from firing and reports whether it had not fired yet.
func (t *Timer) Stop() bool {
	if !made(&t.timer) {
		panic("time: Stop called on uninitialized Timer")
	}
	return rt.StopTimer(&t.timer)
}

// Reset makes t fire in d and reports whether it had not fired yet.
func (t *Timer) Reset(d Duration) bool {
	if !made(&t.timer) {
		panic("time: Reset called on uninitialized Timer")
	}
	pending := rt.StopTimer(&t.timer)
	t.timer.When = moment(d)
	rt.StartTimer(&t.timer)
	return pending
}

// A Ticker sends the time on C again and again; ticks that nobody receives in time are lost.
type Ticker struct {
	C     <-chan Time
	timer rt.Timer
}

// NewTicker makes a Ticker that sends every d.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	t := &Ticker{C: c, timer: channelTimer(c, d, d)}
	rt.StartTimer(&t.timer)
	return t
}

// Stop ends the ticks; it does not close C.
func (t *Ticker) Stop() {
	if made(&t.timer) {
		rt.StopTimer(&t.timer)
	}
}

// Reset makes t send every d from now on.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if !made(&t.timer) {
		panic("time: Reset called on uninitialized Ticker")
	}
	rt.StopTimer(&t.timer)
	t.timer.When = moment(d)
	t.timer.Period = int64(d)
	rt.StartTimer(&t.timer)
}

// Tick is NewTicker(d).C, or nil if d is not positive.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
