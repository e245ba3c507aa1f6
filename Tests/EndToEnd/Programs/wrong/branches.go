package main

func main() {
	break
	continue
	goto missing
unused:
	for {
		func() { break }()
	}
	if true {
		goto inside
	}
	{
	inside:
	}
	goto over
	x := 1
	_ = x
over:
	switch {
	case true:
		fallthrough
	}
	select {}
}
