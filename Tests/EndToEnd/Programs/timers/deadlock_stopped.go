package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(time.Hour)
	t.Stop()
	fmt.Println("waiting for a stopped timer")
	<-t.C
}
