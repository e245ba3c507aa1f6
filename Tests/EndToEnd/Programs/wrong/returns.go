package main

func a() int           { return }
func b() int           { return 1, 2 }
func c() (int, string) { return 1 }
func d()               { return 1 }
func e() (x int, err error) {
	{
		err := error(nil)
		return
	}
	return 1, nil
}
func f() string { return 1 }
func main()     { a(); b(); c(); d(); e(); f() }
