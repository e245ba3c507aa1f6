// Package debug sets the runtime's limits.
package debug

// SetGCPercent sets how much the heap may grow, in percent of what the last
// collection left, before the next collection starts; a negative number turns
// collections off. It returns the previous setting.
func SetGCPercent(percent int) int

// SetMaxStack sets the most bytes that one goroutine's stack may take and
// returns the previous limit.
func SetMaxStack(bytes int) int

// SetMemoryLimit sets the soft limit on the runtime's memory in bytes and
// returns the previous one; a negative limit only asks.
func SetMemoryLimit(limit int64) int64

// FreeOSMemory collects, then gives back to the system whatever is free.
func FreeOSMemory()
