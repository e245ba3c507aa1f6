package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type Group struct {
	wg     sync.WaitGroup
	once   sync.Once
	err    error
	cancel context.CancelFunc
}

func WithContext(ctx context.Context) (*Group, context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	return &Group{cancel: cancel}, ctx
}
func (g *Group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() {
				g.err = err
				g.cancel()
			})
		}
	}()
}
func (g *Group) Wait() error { g.wg.Wait(); g.cancel(); return g.err }

func main() {
	g, ctx := WithContext(context.Background())
	var mu sync.Mutex
	cancelled := 0
	for i := range 5 {
		g.Go(func() error {
			if i == 3 {
				time.Sleep(time.Millisecond)
				return fmt.Errorf("task %d failed", i)
			}
			select {
			case <-ctx.Done():
				mu.Lock()
				cancelled++
				mu.Unlock()
				return ctx.Err()
			case <-time.After(time.Minute):
				return errors.New("too slow")
			}
		})
	}
	fmt.Println(g.Wait(), cancelled)
}
