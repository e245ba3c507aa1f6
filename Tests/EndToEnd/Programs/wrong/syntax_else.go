package main

func main() {
	if true {
	}
	else {
	}
	for i := 0; i < 3; i++
	{
	}
	var x int = 
	y = = 2
}
