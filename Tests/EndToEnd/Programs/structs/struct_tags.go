package main

import (
	"fmt"
	"reflect"
)

type T struct {
	A int    `json:"a,omitempty" xml:"x"`
	B string "plain tag"
	c bool
	D []int `json:"-"`
}

func main() {
	t := reflect.TypeOf(T{})
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Tag, f.Tag.Get("json"), f.IsExported())
	}
	v, ok := t.Field(0).Tag.Lookup("yaml")
	fmt.Printf("%q %v\n", v, ok)
	_, found := t.FieldByName("B")
	fmt.Println(t.Kind(), t.Name(), found)
}
