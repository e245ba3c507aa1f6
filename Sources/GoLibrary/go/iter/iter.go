// Package iter defines the functions that range loops can call.
package iter

// Seq yields values until it has no more or yield returns false.
type Seq[V any] func(yield func(V) bool)

// Seq2 yields pairs of values until it has no more or yield returns false.
type Seq2[K, V any] func(yield func(K, V) bool)

// puller runs a sequence in a goroutine of its own, which waits except while
// a value is being asked for.
type puller struct {
	ask      chan bool // true: the next value; false: stop
	answer   chan bool // whether there is a value
	started  bool
	done     bool
	panicked bool
	value    any // of a panic in the sequence
}

// yielded tells the caller that there is a value and waits for its next wish.
func (p *puller) yielded() bool {
	p.answer <- true
	return <-p.ask
}

// run is the goroutine: body drives the sequence.
func (p *puller) run(body func()) {
	if !<-p.ask {
		p.answer <- false
		return
	}
	finished := false
	defer func() {
		if !finished {
			p.panicked = true
			p.value = recover()
		}
		p.answer <- false
	}()
	body()
	finished = true
}

// resume lets the sequence run until it yields or ends, and reports which.
func (p *puller) resume(wanted bool, body func()) bool {
	if p.done {
		return false
	}
	if !p.started {
		p.started = true
		if !wanted {
			p.done = true
			return false
		}
		p.ask, p.answer = make(chan bool), make(chan bool)
		go p.run(body)
	}
	p.ask <- wanted
	if <-p.answer {
		return true
	}
	p.done = true
	if p.panicked {
		panic(p.value)
	}
	return false
}

// Pull turns a sequence into a function that returns its next value, and one
// that ends it, which must be called unless the sequence ends by itself.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	p := new(puller)
	var value V
	body := func() {
		seq(func(v V) bool {
			value = v
			return p.yielded()
		})
	}
	next = func() (v V, ok bool) {
		if ok = p.resume(true, body); ok {
			v = value
		}
		return v, ok
	}
	stop = func() { p.resume(false, body) }
	return next, stop
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	p := new(puller)
	var key K
	var value V
	body := func() {
		seq(func(k K, v V) bool {
			key, value = k, v
			return p.yielded()
		})
	}
	next = func() (k K, v V, ok bool) {
		if ok = p.resume(true, body); ok {
			k, v = key, value
		}
		return k, v, ok
	}
	stop = func() { p.resume(false, body) }
	return next, stop
}
