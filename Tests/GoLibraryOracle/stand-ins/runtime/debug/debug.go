package debug

import "runtime/debug"

func SetGCPercent(percent int) int     { return debug.SetGCPercent(percent) }
func SetMaxStack(bytes int) int        { return debug.SetMaxStack(bytes) }
func SetMemoryLimit(limit int64) int64 { return debug.SetMemoryLimit(limit) }
func FreeOSMemory()                    { debug.FreeOSMemory() }
