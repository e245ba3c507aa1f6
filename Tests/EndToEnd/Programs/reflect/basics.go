package main

import (
	"fmt"
	"reflect"
	"strings"
)

type User struct {
	Name string `db:"name" max:"10"`
	Age  int    `db:"age"`
	tags []string
	*Meta
}
type Meta struct{ ID int64 }

func (u User) Greet(s string) string { return s + ", " + u.Name }
func (u *User) Rename(n string)      { u.Name = n }

func main() {
	u := User{"Ann", 30, nil, &Meta{7}}
	t := reflect.TypeOf(u)
	fmt.Println(t, t.Kind(), t.NumField(), t.NumMethod(), reflect.TypeOf(&u).NumMethod())
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Tag.Get("db"), f.Anonymous, f.IsExported())
	}
	v := reflect.ValueOf(&u).Elem()
	v.Field(0).SetString("Bob")
	v.FieldByName("Age").SetInt(31)
	fmt.Println(u.Name, u.Age, v.Field(2).CanSet(), v.FieldByName("ID").Int())
	out := v.MethodByName("Greet").Call([]reflect.Value{reflect.ValueOf("hi")})
	fmt.Println(out[0])
	fmt.Println(reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {1}}), reflect.DeepEqual(1, int64(1)))
	for _, x := range []any{1, "s", 1.5, []int{1}, map[string]int{}, &u, func() {}, nil, struct{}{}, [2]bool{}, make(chan int), 'x', true} {
		if x == nil {
			fmt.Print("nil ")
			continue
		}
		fmt.Print(reflect.TypeOf(x).Kind(), "/", reflect.TypeOf(x), " ")
	}
	fmt.Println()
	s := reflect.ValueOf([]int{3, 4})
	m := reflect.ValueOf(map[string]int{"k": 1})
	fmt.Println(s.Len(), s.Index(1), m.MapIndex(reflect.ValueOf("k")), m.MapKeys()[0])
	var e error
	et := reflect.TypeOf(&e).Elem()
	fmt.Println(et.Kind(), reflect.TypeOf(fmt.Errorf("x")).Implements(et), reflect.Zero(t).Field(1), strings.Contains(t.String(), "User"))
	n := reflect.New(reflect.TypeOf(0))
	n.Elem().SetInt(5)
	fmt.Println(*n.Interface().(*int))
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.ValueOf(u).Field(0).SetString("x")
	}()
}
