// Package interleaved, with what gomem adds to a copy of Go's compiler when it extracts facts: see extract.py.
package interleaved

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"cmd/compile/internal/base"
	"cmd/compile/internal/inline"
	"cmd/compile/internal/ir"
	"cmd/compile/internal/types"
	"cmd/internal/src"
)

// nowhere is a package that nothing belongs to: seen from there, every name is qualified.
var nowhere = types.NewPkg("gomem.invalid/nowhere", "nowhere")

// dumper writes the facts on one package's functions. Types are numbered when they are first used.
type dumper struct {
	out   *os.File
	types map[string]int
	// Of the generic function that is written: the shapes that stand for its type parameters.
	arguments []*types.Type
}

// The functions as they are before anything is inlined into them, in the order in which they are compiled.
var dumped struct {
	names  []string
	bodies map[*ir.Func]string
	*dumper
}

// DumpBodies notes the functions' trees, after it is known which may be inlined, and before any is.
func DumpBodies(funcs []*ir.Func) {
	folder := os.Getenv("GOMEM_FACTS")
	if folder == "" {
		return
	}
	name := strings.ReplaceAll(base.Ctxt.Pkgpath, "/", "!")
	out, err := os.Create(filepath.Join(folder, name))
	if err != nil {
		base.Fatalf("%v", err)
	}
	dumped.dumper = &dumper{out: out, types: map[string]int{}}
	dumped.bodies = map[*ir.Func]string{}
	local := types.LocalPkg
	fmt.Fprintf(out, "P %s %s\n", base.Ctxt.Pkgpath, local.Name)
	types.LocalPkg = nowhere
	defer func() { types.LocalPkg = local }()
	for _, fn := range funcs {
		if fn.OClosure != nil || (fn.Inl == nil && !isShaped(fn)) {
			continue
		}
		w := &body{dumper: dumped.dumper, names: map[*ir.Name]int{}}
		if isShaped(fn) {
			w.generic = true
			w.arguments = TypeArguments(fn)
		}
		w.function(fn)
		dumped.bodies[fn] = w.String()
		w.arguments = nil
	}
}

// TypeArguments tells which types an instance of a generic function was made for.
var TypeArguments func(*ir.Func) []*types.Type

func isShaped(fn *ir.Func) bool { return strings.Contains(fn.Sym().Name, "go.shape.") }

// DumpTags writes everything down, once it is known how parameters leak.
func DumpTags(funcs []*ir.Func) {
	if dumped.dumper == nil {
		return
	}
	for _, fn := range funcs {
		if fn.OClosure != nil || fn.Sym() == nil || fn.Sym().IsBlank() {
			continue
		}
		cost, flags := "-", ""
		if fn.Inl != nil {
			cost = fmt.Sprint(fn.Inl.Cost)
			if fn.Inl.CanDelayResults {
				flags += "d"
			}
		}
		if fn.Nname != nil {
			call := ir.NewCallExpr(src.NoXPos, ir.OCALLFUNC, fn.Nname, nil)
			if fn.Type().Recv() == nil && ir.IsIntrinsicCall(call) {
				flags += "i"
			}
		}
		if flags == "" {
			flags = "-"
		}
		var tags []string
		for _, param := range fn.Type().RecvParams() {
			tag := "."
			if note := param.Note; strings.HasPrefix(note, "esc:") {
				tag = fmt.Sprintf("%x", note[len("esc:"):])
				if tag == "" {
					tag = "0"
				}
			}
			tags = append(tags, tag)
		}
		name := symbol(fn.Sym())
		if isShaped(fn) {
			name = generic(name)
			flags += "g"
		}
		fmt.Fprintf(dumped.out, "F %s|%s|%s|%s\n", name, cost, flags, strings.Join(tags, " "))
		if text, ok := dumped.bodies[fn]; ok {
			fmt.Fprintf(dumped.out, "B %s\n", text)
		}
	}
	dumped.out.Close()
}

func symbol(sym *types.Sym) string {
	path := sym.Pkg.Path
	if sym.Pkg == types.LocalPkg || path == "" {
		path = base.Ctxt.Pkgpath
	}
	return path + "." + sym.Name
}

// typ gives the number of a type: "P0 *int" and so on, each on a line of its own before what uses it.
func (d *dumper) typ(t *types.Type) int {
	if t == nil {
		return -1
	}
	text := d.describe(t)
	if n, ok := d.types[text]; ok {
		return n
	}
	n := len(d.types)
	d.types[text] = n
	fmt.Fprintf(d.out, "T %s\n", text)
	return n
}

// describe tells of a type what matters to where values may live: its kind, its size, whether it has pointers or is one.
func (d *dumper) describe(t *types.Type) string {
	if i, ok := d.marker(t); ok {
		return fmt.Sprintf("$%d", i)
	}
	if t.Sym() != nil && t.Kind() != types.TFORW && !isBasic(t) {
		return fmt.Sprintf("N %s %s", strings.ReplaceAll(t.String(), " ", "\x01"), d.shape(t))
	}
	return d.shape(t)
}

func isBasic(t *types.Type) bool {
	return t == types.Types[t.Kind()] || t == types.ByteType || t == types.RuneType || t == types.ErrorType ||
		t == types.AnyType
}

func (d *dumper) shape(t *types.Type) string {
	switch t.Kind() {
	case types.TPTR:
		// What structs point to may lead back to them.
		if t.Elem().Sym() != nil && !isBasic(t.Elem()) {
			if i, ok := d.marker(t.Elem()); ok {
				return fmt.Sprintf("P $%d", i)
			}
			return "P N " + strings.ReplaceAll(t.Elem().String(), " ", "\x01") + " " + d.flat(t.Elem())
		}
		return fmt.Sprintf("P %d", d.typ(t.Elem()))
	case types.TSLICE:
		return fmt.Sprintf("S %d", d.typ(t.Elem()))
	case types.TARRAY:
		return fmt.Sprintf("A %d %d", t.NumElem(), d.typ(t.Elem()))
	case types.TMAP:
		return fmt.Sprintf("M %d %d", d.typ(t.Key()), d.typ(t.Elem()))
	case types.TCHAN:
		return fmt.Sprintf("C %d", d.typ(t.Elem()))
	case types.TFUNC:
		var b strings.Builder
		b.WriteString("F")
		for _, p := range t.Params() {
			fmt.Fprintf(&b, " %d", d.typ(p.Type))
		}
		if t.IsVariadic() {
			b.WriteString(" ...")
		}
		b.WriteString(" :")
		for _, p := range t.Results() {
			fmt.Fprintf(&b, " %d", d.typ(p.Type))
		}
		return b.String()
	}
	return d.flat(t)
}

// flat tells of a type only what its memory is.
func (d *dumper) flat(t *types.Type) string {
	if t.IsFuncArgStruct() {
		return "V"
	}
	switch t.Kind() {
	case types.TINTER:
		if t.IsEmptyInterface() {
			return "E"
		}
		return "I"
	case types.TSTRUCT, types.TARRAY:
		types.CalcSize(t)
		pointers := 0
		if t.HasPointers() {
			pointers = 1
		}
		if types.IsDirectIface(t) {
			pointers = 2
		}
		return fmt.Sprintf("O %d %d", t.Size(), pointers)
	case types.TTUPLE, types.TRESULTS:
		return "V"
	case types.TPTR, types.TSLICE, types.TMAP, types.TCHAN, types.TFUNC:
		if t.Sym() != nil {
			return "O " + fmt.Sprint(t.Size()) + " 1"
		}
		return d.shape(t)
	}
	return "b " + t.Kind().String()
}

// marker tells whether a type stands for a type parameter: it is the shape of its argument, or the argument itself, which
// is a named type of the probe's.
func (d *dumper) marker(t *types.Type) (int, bool) {
	if t.Sym() == nil {
		return 0, false
	}
	for i, argument := range d.arguments {
		if t == argument {
			return i, true
		}
		if strings.HasPrefix(t.String(), "main.") && types.Identical(t.Underlying(), argument.Underlying()) {
			return i, true
		}
	}
	return 0, false
}

// body writes one function's tree.
type body struct {
	*dumper
	strings.Builder
	names map[*ir.Name]int
	// Positions matter in instances of generic functions alone: what is inlined has the call's.
	generic bool
}

func (w *body) printf(format string, args ...any) { fmt.Fprintf(w, format, args...) }

// function writes: the numbers of parameters and results, the variables in order, the statements.
func (w *body) function(fn *ir.Func) {
	sig := fn.Type()
	w.printf("(%d %d %q (", sig.NumRecvs()+sig.NumParams(), sig.NumResults(), base.FmtPos(fn.Pos()))
	for _, name := range fn.Dcl {
		w.names[name] = len(w.names)
		text := name.Sym().Name
		if text == "" || ir.IsBlank(name) {
			text = "_"
		}
		w.printf("%s %d ", text, w.typ(name.Type()))
		w.position(name)
	}
	w.printf(")")
	w.nodes(fn.Body)
	w.printf(")")
}

// position writes line and column in the function's file.
func (w *body) position(n ir.Node) {
	if w.generic {
		pos := base.Ctxt.OutermostPos(n.Pos())
		w.printf("@%d:%d ", pos.RelLine(), pos.RelCol())
	}
}

func (w *body) nodes(list ir.Nodes) {
	w.printf("[")
	for _, n := range list {
		w.node(n)
	}
	w.printf("]")
}

func (w *body) optional(n ir.Node) {
	if n == nil {
		w.printf("-")
		return
	}
	w.node(n)
}

// inert tells whether an expression without pointers makes nothing, calls nothing and names no place.
func inert(n ir.Node) bool {
	if n == nil {
		return true
	}
	if n.Type() == nil || n.Type().IsFuncArgStruct() || (n.Type().HasPointers() && !n.Type().IsUntyped()) || len(n.Init()) != 0 {
		return false
	}
	return quiet(n)
}

func quiet(n ir.Node) bool {
	if len(n.Init()) != 0 {
		return false
	}
	switch n.Op() {
	case ir.ONAME:
		return n.(*ir.Name).Class != ir.PFUNC
	case ir.OLITERAL, ir.ONIL, ir.OTYPE:
		return true
	case ir.ODOT, ir.ODOTPTR, ir.ODEREF, ir.OINDEX, ir.OLEN, ir.OCAP, ir.ONOT, ir.OBITNOT, ir.OPLUS, ir.ONEG, ir.OCONV,
		ir.OCONVNOP, ir.OADD, ir.OSUB, ir.OOR, ir.OXOR, ir.OMUL, ir.ODIV, ir.OMOD, ir.OLSH, ir.ORSH, ir.OAND, ir.OANDNOT,
		ir.OEQ, ir.ONE, ir.OLT, ir.OLE, ir.OGT, ir.OGE, ir.OANDAND, ir.OOROR:
		return !ir.DoChildren(n, func(child ir.Node) bool { return !quiet(child) })
	}
	return false
}

func (w *body) node(n ir.Node) {
	if n.Op() != ir.ODCL && n.Op() != ir.OLITERAL && n.Op() != ir.ONAME && n.Type() != nil && inert(n) &&
		!n.Type().IsUnsafePtr() && n.Type().Kind() != types.TUINTPTR {
		w.printf("_%d ", w.typ(n.Type()))
		return
	}
	w.printf("(%s", n.Op().String())
	if n.Type() != nil {
		w.printf(" %d", w.typ(n.Type()))
	} else {
		w.printf(" -1")
	}
	if len(n.Init()) != 0 {
		w.printf("{")
		w.nodes(n.Init())
	}
	w.printf(" ")
	if n.Op() != ir.ONAME && n.Op() != ir.OLITERAL {
		w.position(n)
	}
	w.fields(n)
	w.printf(")")
}

// text is how the compiler would name the memory that an expression makes.
func (w *body) text(n ir.Node) {
	text := fmt.Sprintf("%v", n)
	for i, argument := range w.arguments {
		text = strings.ReplaceAll(text, argument.String(), fmt.Sprintf("\x02%d;", i))
	}
	w.printf("%q ", text)
}

// statement is how the compiler would quote an assignment, where it may.
func (w *body) statement(n ir.Node, left, right []ir.Node) {
	for i := range left {
		if i < len(right) && left[i] != nil && right[i] != nil && w.generic {
			switch left[i].Op() {
			case ir.ODEREF, ir.ODOTPTR, ir.ODOT, ir.OINDEX:
				w.text(n)
				return
			}
		}
	}
}

func (w *body) list(nodes ...ir.Node) {
	for _, n := range nodes {
		w.optional(n)
	}
}

func (w *body) fields(n ir.Node) {
	switch n := n.(type) {
	case *ir.Name:
		n = n.Canonical()
		if n.Class == ir.PFUNC {
			w.callee(n.Func)
		} else if i, ok := w.names[n]; ok {
			w.printf("n%d", i)
		} else if ir.IsBlank(n) {
			w.printf("b")
		} else {
			w.printf("g")
		}
	case *ir.BasicLit:
		if n.Type() != nil && n.Type().IsInteger() {
			w.printf("%v", n)
		} else {
			w.printf("c")
		}
	case *ir.AddStringExpr:
		w.text(n)
		w.nodes(n.List)
	case *ir.ConvExpr:
		switch n.Op() {
		case ir.OCONVIFACE, ir.OBYTES2STR, ir.ORUNES2STR, ir.OSTR2BYTES, ir.OSTR2RUNES, ir.ORUNESTR:
			w.text(n)
		}
		w.list(n.X)
	case *ir.AddrExpr:
		if n.Op() == ir.OPTRLIT {
			w.text(n)
		}
		w.list(n.X)
	case *ir.UnaryExpr:
		if n.Op() == ir.ONEW {
			w.text(n)
		}
		w.list(n.X)
	case *ir.StarExpr:
		w.list(n.X)
	case *ir.SelectorExpr:
		switch n.Op() {
		case ir.OMETHEXPR:
			if fn := ir.MethodExprName(n); fn != nil {
				w.callee(fn.Func)
			} else {
				w.printf("-")
			}
		case ir.OMETHVALUE:
			w.text(n)
			w.callee(ir.MethodExprName(n).Func)
			w.list(n.X)
		default:
			w.printf("%s ", n.Sel.Name)
			w.list(n.X)
		}
	case *ir.TypeAssertExpr:
		w.list(n.X)
	case *ir.DynamicTypeAssertExpr:
		w.list(n.X)
	case *ir.IndexExpr:
		w.list(n.X, n.Index)
	case *ir.SliceExpr:
		w.list(n.X, n.Low, n.High, n.Max)
	case *ir.SliceHeaderExpr:
		w.list(n.Ptr, n.Len, n.Cap)
	case *ir.BinaryExpr:
		w.list(n.X, n.Y)
	case *ir.LogicalExpr:
		w.list(n.X, n.Y)
	case *ir.CallExpr:
		w.optional(n.Fun)
		w.nodes(n.Args)
		if n.IsDDD {
			w.printf("...")
		}
	case *ir.MakeExpr:
		w.text(n)
		w.list(n.Len, n.Cap)
	case *ir.CompLitExpr:
		w.text(n)
		w.nodes(n.List)
	case *ir.KeyExpr:
		w.list(n.Key, n.Value)
	case *ir.StructKeyExpr:
		w.list(n.Value)
	case *ir.ClosureExpr:
		kind := "func"
		if strings.Contains(n.Func.Sym().Name[strings.LastIndex(n.Func.Sym().Name, ".")+1:], "-range") {
			kind = "range"
		}
		w.printf("%s (", kind)
		for _, name := range n.Func.ClosureVars {
			if i, ok := w.names[name.Canonical()]; ok {
				w.printf("n%d ", i)
			}
		}
		w.printf(")")
		outer := w.generic
		w.generic = true
		w.function(n.Func)
		w.generic = outer
		// Whether this literal may itself be inlined is for the compiler to say where it is copied to.
		inline.CanInline(n.Func, nil)
		if n.Func.Inl != nil {
			w.printf(" %d", n.Func.Inl.Cost)
		} else {
			w.printf(" -")
		}
	case *ir.Decl:
		w.printf("n%d", w.names[n.X])
	case *ir.AssignStmt:
		w.define(n.Def)
		w.statement(n, []ir.Node{n.X}, []ir.Node{n.Y})
		w.list(n.X, n.Y)
	case *ir.AssignOpStmt:
		w.list(n.X, n.Y)
	case *ir.AssignListStmt:
		w.define(n.Def)
		w.statement(n, n.Lhs, n.Rhs)
		w.nodes(n.Lhs)
		w.nodes(n.Rhs)
	case *ir.BlockStmt:
		w.nodes(n.List)
	case *ir.IfStmt:
		w.list(n.Cond)
		w.nodes(n.Body)
		w.nodes(n.Else)
	case *ir.ForStmt:
		w.define(n.DistinctVars)
		w.list(n.Cond, n.Post)
		w.nodes(n.Body)
	case *ir.RangeStmt:
		w.define(n.DistinctVars)
		w.define(n.Def)
		w.list(n.X, n.Key, n.Value)
		w.nodes(n.Body)
	case *ir.SwitchStmt:
		w.optional(n.Tag)
		w.printf("[")
		for _, c := range n.Cases {
			w.printf("(")
			if c.Var != nil {
				w.printf("n%d", w.names[c.Var])
			} else {
				w.printf("-")
			}
			w.nodes(c.List)
			w.nodes(c.Body)
			w.printf(")")
		}
		w.printf("]")
	case *ir.TypeSwitchGuard:
		w.list(n.X)
	case *ir.SelectStmt:
		w.printf("[")
		for _, c := range n.Cases {
			w.printf("(- ")
			w.printf("[")
			if c.Comm != nil {
				w.node(c.Comm)
			}
			w.printf("]")
			w.nodes(c.Body)
			w.printf(")")
		}
		w.printf("]")
	case *ir.SendStmt:
		w.list(n.Chan, n.Value)
	case *ir.ReturnStmt:
		w.nodes(n.Results)
	case *ir.BranchStmt:
		if n.Label != nil {
			w.printf("%s", n.Label.Name)
		} else {
			w.printf("-")
		}
	case *ir.LabelStmt:
		w.printf("%s", n.Label.Name)
	case *ir.NilExpr:
	case *ir.GoDeferStmt:
		w.optional(n.Call)
	default:
		if n.Op() != ir.OTYPE {
			w.printf("?%T", n)
		}
	}
}

func (w *body) define(is bool) {
	if is {
		w.printf(":")
	} else {
		w.printf("=")
	}
}

// callee names a function, and the types it was made for.
func (w *body) callee(fn *ir.Func) {
	name := symbol(fn.Sym())
	if !isShaped(fn) || TypeArguments(fn) == nil {
		w.printf("%q", name)
		return
	}
	w.printf("%q<", generic(name))
	for _, argument := range TypeArguments(fn) {
		w.printf("%d ", w.typ(argument))
	}
	w.printf(">")
}

// generic is the name of an instance without the types.
func generic(name string) string {
	first := strings.Index(name, "[")
	last := strings.LastIndex(name, "]")
	if first < 0 || last < first {
		return name
	}
	return name[:first] + name[last+1:]
}
