package sync

import "internal/rt"

// A Pool keeps values that are free for use again. A collection may drop them:
// those not used between two collections go.
type Pool struct {
	noCopy noCopy
	m      Mutex
	cycle  uint32 // collections when the Pool was used last
	held   bool
	next   any   // the value that Get gives first, if held
	free   []any // the others
	old    []any // what was free before the last collection

	// New makes a value where there is none.
	New func() any
}

// age drops what two collections have seen.
func (p *Pool) age() {
	now := rt.Cycles()
	if now == p.cycle {
		return
	}
	if now == p.cycle+1 {
		p.old = p.free
		if p.held {
			p.old = append(p.old, p.next)
		}
	} else {
		p.old = nil
	}
	p.held, p.next, p.free = false, nil, nil
	p.cycle = now
}

// Put makes x free for use.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	p.m.Lock()
	p.age()
	if !p.held {
		p.held, p.next = true, x
	} else {
		p.free = append(p.free, x)
	}
	p.m.Unlock()
}

// Get takes a free value, or else makes one with New.
func (p *Pool) Get() any {
	p.m.Lock()
	p.age()
	x := p.take()
	p.m.Unlock()
	if x == nil && p.New != nil {
		x = p.New()
	}
	return x
}

func (p *Pool) take() (x any) {
	if p.held {
		x = p.next
		p.held, p.next = false, nil
		return x
	}
	for _, list := range []*[]any{&p.free, &p.old} {
		if n := len(*list); n > 0 {
			x = (*list)[n-1]
			(*list)[n-1] = nil
			*list = (*list)[:n-1]
			return x
		}
	}
	return nil
}
