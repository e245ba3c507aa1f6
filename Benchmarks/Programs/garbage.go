package main

type record struct {
	next *record
	data [4]int
}

var kept [1000]*record

func main() {
	for i := 0; i < 3000000; i++ {
		kept[i%len(kept)] = &record{data: [4]int{i}}
	}
	println(kept[7].data[0])
}
