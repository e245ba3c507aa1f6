package main

import "fmt"

type request struct {
	n     int
	reply chan int
}

func serve(in chan request) {
	for r := range in {
		r.reply <- r.n * 2
		close(r.reply)
	}
}

func main() {
	in := make(chan request)
	go serve(in)
	for i := range 4 {
		reply := make(chan int)
		in <- request{i, reply}
		fmt.Println(<-reply)
		_, ok := <-reply
		fmt.Println(ok)
	}
	close(in)
}
