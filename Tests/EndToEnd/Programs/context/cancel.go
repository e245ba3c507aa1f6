package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func worker(ctx context.Context, n int, out chan<- string) {
	<-ctx.Done()
	out <- fmt.Sprint(n, " ", ctx.Err())
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	out := make(chan string)
	go worker(ctx, 1, out)
	cancel()
	cancel()
	fmt.Println(<-out)
	ctx, cancel = context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	child, stop := context.WithCancelCause(ctx)
	go worker(child, 2, out)
	fmt.Println(<-out, context.Cause(child))
	stop(errors.New("late"))
	fmt.Println(context.Cause(child), errors.Is(child.Err(), context.DeadlineExceeded))
	v := context.WithValue(ctx, "k", 1)
	fmt.Println(v.Value("k"), v.Value("l"))
	c3, stop3 := context.WithCancelCause(context.Background())
	stop3(errors.New("because"))
	fmt.Println(c3.Err(), context.Cause(c3))
	stopped := context.AfterFunc(c3, func() { out <- "after" })
	fmt.Println(<-out, stopped())
	_, has := ctx.Deadline()
	fmt.Println(has)
}
