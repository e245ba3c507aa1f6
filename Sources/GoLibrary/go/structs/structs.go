// Package structs has marks for struct types.
package structs

// HostLayout marks a struct type that has the layout of the system's C.
type HostLayout struct {
	_ hostLayout
}

type hostLayout struct{}
