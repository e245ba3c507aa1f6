package lib

import "os"

func hidden() int { return "x" }
