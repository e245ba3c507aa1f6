package main

func counter() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}

func apply(f func(int) int, n int) int { return f(n) }

func store(f func()) { stored = f }

var stored func()

type account struct{ balance int }

func (a *account) deposit(n int) { a.balance += n }

func (a account) show() int { return a.balance }

func byValue(base int) func(int) int {
	return func(n int) int { return base + n }
}

func deferred(name string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = r.(error)
		}
	}()
	defer println("leaving", name)
	for i := 0; i < 2; i++ {
		defer println(i)
	}
	return nil
}

func loopVariables() (functions []func() int) {
	for i := 0; i < 3; i++ {
		functions = append(functions, func() int { return i })
	}
	for i, s := range []string{"a", "b"} {
		functions = append(functions, func() int { return i + len(s) })
	}
	return
}

func main() {
	next := counter()
	println(next(), next())
	offset := 10
	println(apply(func(n int) int { return n + offset }, 1))
	sum := 0
	add := func(n int) { sum += n }
	add(1)
	add(2)
	message := "hello"
	store(func() { println(message, sum) })
	stored()
	a := account{1}
	deposit := a.deposit
	deposit(2)
	show := a.show
	println(show(), byValue(2)(3))
	f := account.show
	println(f(a), (*account).show(&a))
	_ = deferred("main")
	for _, f := range loopVariables() {
		println(f())
	}
	done := make(chan bool)
	go func() { done <- true }()
	<-done
}
