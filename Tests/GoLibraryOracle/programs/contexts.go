// context: cancelling, deadlines, causes, values.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type key string

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

// own is a Context of another make.
type own struct {
	context.Context
	done chan struct{}
	err  error
}

func (o *own) Done() <-chan struct{} { return o.done }
func (o *own) Err() error            { return o.err }

func main() {
	bg := context.Background()
	fmt.Println(bg, context.TODO(), bg.Err(), bg.Done() == nil, bg.Value("x"))
	ctx, cancel := context.WithCancel(bg)
	child, cancelChild := context.WithCancelCause(ctx)
	grand := context.WithValue(child, key("user"), "ann")
	fmt.Println(ctx, child, grand, grand.Value(key("user")), grand.Value("user"), grand.Err())
	fmt.Printf("%T %T %T\n", ctx, grand, bg)
	cancelChild(errors.New("because"))
	<-grand.Done()
	fmt.Println(grand.Err(), context.Cause(grand), ctx.Err(), child.Err())
	cancel()
	cancel()
	fmt.Println(ctx.Err(), context.Cause(ctx), context.Cause(child))
	late, c2 := context.WithCancel(ctx)
	fmt.Println(late.Err())
	c2()
	t, ct := context.WithTimeout(bg, 5*time.Millisecond)
	defer ct()
	_, ok := t.Deadline()
	fmt.Println(ok, t.Err())
	select {
	case <-t.Done():
		fmt.Println(t.Err(), errors.Is(t.Err(), context.DeadlineExceeded), context.Cause(t))
	case <-time.After(time.Second):
		fmt.Println("late")
	}
	t, ct = context.WithDeadline(bg, time.Now().Add(-time.Second))
	fmt.Println(t.Err())
	ct()
	t, ct = context.WithTimeoutCause(bg, time.Hour, errors.New("slow"))
	t2, ct2 := context.WithTimeout(t, 2*time.Hour)
	d1, _ := t.Deadline()
	d2, _ := t2.Deadline()
	fmt.Println(d1.Equal(d2))
	ct()
	fmt.Println(t.Err(), t2.Err(), context.Cause(t2))
	ct2()
	var wg sync.WaitGroup
	a, ca := context.WithCancel(bg)
	wg.Add(1)
	stop := context.AfterFunc(a, func() { fmt.Println("after"); wg.Done() })
	stop2 := context.AfterFunc(a, func() { fmt.Println("never") })
	fmt.Println(stop2(), stop2())
	ca()
	wg.Wait()
	fmt.Println(stop())
	w := context.WithoutCancel(grand)
	fmt.Println(w.Err(), w.Done() == nil, w.Value(key("user")), w)
	ww, cw := context.WithCancel(w)
	fmt.Println(ww.Err())
	cw()
	o := &own{bg, make(chan struct{}), nil}
	oc, co := context.WithCancel(o)
	ov := context.WithValue(oc, key("k"), 1)
	fmt.Println(ov.Err())
	o.err = errors.New("own error")
	close(o.done)
	<-ov.Done()
	fmt.Println(oc.Err(), ov.Value(key("k")))
	co()
	for i := 0; i < 3; i++ {
		p, cp := context.WithCancel(bg)
		wg.Add(5)
		for k := 0; k < 5; k++ {
			go func() {
				c, cc := context.WithTimeout(p, time.Hour)
				defer cc()
				<-c.Done()
				wg.Done()
			}()
		}
		cp()
		wg.Wait()
	}
	try(func() { context.WithCancel(nil) })
	try(func() { context.WithValue(bg, nil, 1) })
	try(func() { context.WithValue(bg, []int{}, 1) })
	fmt.Println(context.WithValue(bg, 1, 2))
}
