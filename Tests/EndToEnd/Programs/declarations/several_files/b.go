package main

import (
	"fmt"
	"strings"
)

var B = initB()
var C = func() string { fmt.Println("C"); return strings.Repeat("c", 3) }()

func initB() int { fmt.Println("B"); return 10 }

func init() { fmt.Println("init b.go first") }
func init() { fmt.Println("init b.go second") }

type Stack []int

func (s Stack) Top() int { return s[len(s)-1] }
