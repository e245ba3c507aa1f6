package main

import (
	"m/lib"
	"m/other"
)

func main() { lib.hidden(); other.X = 1; var unused int }
