package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type Bucket struct {
	tokens chan struct{}
	stop   func()
}

func NewBucket(n int, every time.Duration) *Bucket {
	ctx, cancel := context.WithCancel(context.Background())
	b := &Bucket{make(chan struct{}, n), cancel}
	for range n {
		b.tokens <- struct{}{}
	}
	go func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				select {
				case b.tokens <- struct{}{}:
				default:
				}
			case <-ctx.Done():
				return
			}
		}
	}()
	return b
}
func (b *Bucket) Wait(ctx context.Context) error {
	select {
	case <-b.tokens:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func retry(n int, f func(int) error) (err error) {
	backoff := time.Millisecond
	for i := range n {
		if err = f(i); err == nil {
			return nil
		}
		time.Sleep(backoff)
		backoff *= 2
	}
	return fmt.Errorf("after %d tries: %w", n, err)
}

func main() {
	b := NewBucket(2, 10*time.Millisecond)
	defer b.stop()
	start := time.Now()
	var wg sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if b.Wait(context.Background()) == nil {
				mu.Lock()
				done++
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(done, time.Since(start) >= 25*time.Millisecond)
	ctx, cancel := context.WithTimeout(context.Background(), time.Microsecond)
	defer cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err())
	boom := errors.New("boom")
	fmt.Println(retry(3, func(i int) error { return boom }))
	fmt.Println(retry(3, func(i int) error {
		if i < 2 {
			return boom
		}
		return nil
	}))
}
