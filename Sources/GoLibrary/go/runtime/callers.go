package runtime

import "internal/rt"

// Callers writes the return addresses of the functions on the stack into pc:
// with skip 0 it begins with Callers itself, with 1 with its caller.
func Callers(skip int, pc []uintptr) int {
	if len(pc) == 0 {
		return 0
	}
	return rt.Callers(skip, pc)
}

// A Func is a function of the running program.
type Func struct {
	name  string
	entry uintptr
}

// FuncForPC is the function that pc is in, or nil.
func FuncForPC(pc uintptr) *Func {
	name, entry := rt.FunctionAt(pc)
	if name == "" {
		return nil
	}
	return &Func{name, entry}
}

// Name is the function's name, with its package's path.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

// Entry is the address of the function's first instruction.
func (f *Func) Entry() uintptr { return f.entry }

// FileLine is the place in the source that the instruction at pc comes from.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	file, line = rt.LineAt(pc)
	if file == "" {
		file = "?"
	}
	return file, line
}

// A Frame is what Frames tells of a function on the stack.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames turns what Callers wrote into Frame values.
type Frames struct {
	callers []uintptr
}

// CallersFrames begins with the first of callers.
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next is the next frame, and whether there are more after it.
func (f *Frames) Next() (frame Frame, more bool) {
	for len(f.callers) > 0 {
		pc := f.callers[0] - 1 // a return address stands behind the call
		f.callers = f.callers[1:]
		if fn := FuncForPC(pc); fn != nil {
			frame = Frame{PC: pc, Func: fn, Function: fn.name, Entry: fn.entry}
			frame.File, frame.Line = rt.LineAt(pc)
			break
		}
	}
	return frame, len(f.callers) > 0
}
