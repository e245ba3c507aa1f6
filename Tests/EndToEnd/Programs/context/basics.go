package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key string

func work(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	fmt.Println(ctx.Err())
	go func() { time.Sleep(10 * time.Millisecond); cancel() }()
	fmt.Println(work(ctx, time.Second))
	cancel()
	tctx, c2 := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer c2()
	err := work(tctx, time.Hour)
	fmt.Println(err, errors.Is(err, context.DeadlineExceeded), work(context.Background(), time.Millisecond))
	vctx := context.WithValue(tctx, key("user"), "ann")
	vctx = context.WithValue(vctx, key("id"), 7)
	fmt.Println(vctx.Value(key("user")), vctx.Value(key("id")), vctx.Value("user"), vctx.Err())
	_, has := vctx.Deadline()
	fmt.Println(has)
	cc, cause := context.WithCancelCause(context.Background())
	child, c3 := context.WithCancel(cc)
	defer c3()
	cause(errors.New("my cause"))
	<-child.Done()
	fmt.Println(child.Err(), context.Cause(child), context.Cause(cc))
	fmt.Println(context.Background(), context.TODO())
	stop := context.AfterFunc(cc, func() { fmt.Println("after func") })
	time.Sleep(time.Millisecond)
	fmt.Println(stop())
	wo := context.WithoutCancel(cc)
	fmt.Println(wo.Err())
	d, c4 := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	defer c4()
	fmt.Println(d.Err())
	results := make(chan int)
	pctx, pc := context.WithCancel(context.Background())
	go func() {
		defer close(results)
		for i := 0; ; i++ {
			select {
			case <-pctx.Done():
				return
			case results <- i:
			}
		}
	}()
	for r := range results {
		if r == 3 {
			pc()
			break
		}
	}
	fmt.Println(pctx.Err())
}
