package main

func main() {
	for i := range 10.5 {
	}
	for a, b, c := range []int{} {
	}
	for a, b := range 5 {
	}
	for i := range nil {
	}
	var f func()
	for range f {
	}
	var ch chan int
	for a, b := range ch {
	}
	defer recover
	go 5
	defer int(3)
	x := 5
	x++ + 1
	x
	x == 5
	len("a")
}
