#!/usr/bin/env python3
"""Writes a random Go program that compiles, ends, and prints what it computes: generate.py SEED > FILE.

Every expression is built for a wanted type, so that programs are well-typed by construction. Loops count to small
constants, indexes are reduced modulo a length, recursion is bounded by a depth; division, indexing and assertions
that may panic stand where the panic is recovered and printed. Nothing depends on map order or addresses.
"""

import pathlib
import random
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import features  # noqa: E402

INTS = ["int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64"]
BITS = {"int": 64, "uint": 64, "uintptr": 64, **{p + str(n): n for p in ("int", "uint") for n in (8, 16, 32, 64)}}
FLOATS = ["float64", "float32"]
SCALARS = INTS + FLOATS + ["string", "bool"]
NAMED = {"MyInt": "int32", "MyStr": "string", "Flag": "uint8"}


# What is not a constant, as text: variables, calls of functions and methods.
LIVE = re.compile(r"\b(?:v\d|va|vb|vc|vd|p\d|e\d|i\d|f\d|x\b|n\b|fn\d|func|fmt|cut|at|sum1|keep|strconv|strings|\[\])")


def live(text):
    """The same value, but not as a constant: constant expressions must not overflow."""
    return text if LIVE.search(text) else f"keep({text})"


class Program:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.lines = []
        self.indent = 0
        self.structs = {}  # name -> [(field, type)]
        self.functions = []  # (name, [parameter types], [result types])
        self.methods = {}  # struct -> [(name, [types], result)]
        self.scopes = [[]]  # lists of (name, type)
        self.counter = 0
        self.loops = 0
        self.calls = True
        self.depth_of_features = 0

    # Text

    def line(self, text):
        self.lines.append("\t" * self.indent + text)

    def fresh(self, prefix="v"):
        self.counter += 1
        return f"{prefix}{self.counter}"

    def pick(self, *choices):
        return self.r.choice(choices)

    def chance(self, p):
        return self.r.random() < p

    # Types

    def some_type(self, depth=2):
        k = self.r.random()
        if depth == 0 or k < 0.6:
            return self.r.choice(SCALARS + list(NAMED) + ["int"] * 4 + ["string"] * 2)
        if k < 0.72:
            return "[]" + self.some_type(depth - 1)
        if k < 0.78:
            return f"[{self.r.randint(1, 4)}]" + self.some_type(depth - 1)
        if k < 0.86:
            return f"map[{self.r.choice(['int', 'string', 'uint8', 'MyStr', '[2]int8'])}]" + self.some_type(depth - 1)
        if k < 0.94 and self.structs:
            return self.r.choice(list(self.structs))
        if k < 0.97 and self.structs:
            return "*" + self.r.choice(list(self.structs))
        return "func(int) " + self.r.choice(SCALARS)

    def under(self, t):
        return NAMED.get(t, t)

    def is_int(self, t):
        return self.under(t) in INTS

    def is_float(self, t):
        return self.under(t) in FLOATS

    def comparable(self, t):
        u = self.under(t)
        if u in SCALARS:
            return True
        if t in self.structs:
            return all(self.comparable(f) for _, f in self.structs[t])
        if t.startswith("[") and not t.startswith("[]"):
            return self.comparable(t[t.index("]") + 1:])
        return False

    # Expressions

    def variables(self, t):
        return [n for scope in self.scopes for n, vt in scope if vt == t]

    def literal(self, t):
        u = self.under(t)
        if u in INTS:
            bits = BITS[u]
            if u.startswith("u"):
                low, high = 0, (1 << bits) - 1
            else:
                low, high = -(1 << bits - 1), (1 << bits - 1) - 1
            v = self.r.choice([0, 1, 2, 3, 7, low, high, self.r.randint(low, high), self.r.randint(0, 100)])
            return f"{t}({v})"
        if u in FLOATS:
            return f"{t}({self.r.choice(['0', '1', '-1.5', '0.1', '2.5e3', '1e-3', '3.25', '-7', '1e10', '0.3333'])})"
        if u == "string":
            text = self.r.choice(["", "a", "go", "héllo", "世界", "x\\ty", "\\xff!", "longer text here", "0123456789"])
            return f'"{text}"' if t == "string" else f'{t}("{text}")'
        if u == "bool":
            return self.r.choice(["true", "false"])
        return None

    def expr(self, t, depth=3):
        """An expression of type t without panics."""
        names = self.variables(t)
        if depth <= 0:
            return self.r.choice(names) if names and self.chance(0.8) else self.leaf(t)
        if names and self.chance(0.3):
            return self.r.choice(names)
        if self.calls and self.chance(0.12):
            fitting = [f for f in self.functions if f[2] == [t]]
            if fitting:
                name, params, _ = self.r.choice(fitting)
                return f"{name}({', '.join(self.expr(p, depth - 2) for p in params)})"
        if self.chance(0.12):
            found = self.part(t)
            if found:
                return found
        u = self.under(t)
        if u in INTS:
            return self.int_expr(t, depth)
        if u in FLOATS:
            return self.pick(
                lambda: f"({live(self.expr(t, depth - 1))} {self.pick('+', '-', '*', '/')} {live(self.expr(t, depth - 1))})",
                lambda: f"{t}({live(self.expr(self.pick('int', 'int32', 'uint16', 'float32', 'float64'), depth - 1))})",
                lambda: f"-({live(self.expr(t, depth - 1))})",
                lambda: self.leaf(t))()
        if u == "string":
            return self.string_expr(t, depth)
        if u == "bool":
            return self.bool_expr(depth)
        return self.leaf(t, depth - 1)

    def part(self, t):
        """A field, element or entry of a variable, if one has that type."""
        found = []
        for scope in self.scopes:
            for name, vt in scope:
                base = vt.removeprefix("*")
                if base in self.structs:
                    for field, ft in self.structs[base]:
                        if ft == t and (vt == base or name.startswith("p")):
                            found.append(f"{name}.{field}")
                    if vt == base:
                        for m, params, result in self.methods.get(base, []):
                            if result == t and self.calls:
                                found.append((name, m, params))
                elif vt == f"[]{t}":
                    found.append(f"at({name}, {self.expr('int', 1)})" if self.chance(0.7) else f"sum1({name})[0]")
                elif vt.startswith("map[") and vt.endswith("]" + t) and vt[4:vt.index("]")] in ("int", "string", "uint8", "MyStr"):
                    if vt == f"map[{vt[4:vt.index(']')]}]{t}":
                        found.append(f"{name}[{self.expr(vt[4:vt.index(']')], 1)}]")
                elif vt.startswith("[") and vt[1].isdigit() and vt[vt.index("]") + 1:] == t:
                    found.append(f"{name}[{self.r.randrange(int(vt[1]))}]")
        if not found:
            return None
        choice = self.r.choice(found)
        if isinstance(choice, tuple):
            name, m, params = choice
            return f"{name}.{m}({', '.join(self.expr(p, 1) for p in params)})"
        return choice

    def int_expr(self, t, depth):
        def binary():
            op = self.pick("+", "-", "*", "&", "|", "^", "&^")
            a, b = self.expr(t, depth - 1), self.expr(t, depth - 1)
            return f"({a if LIVE.search(b) else live(a)} {op} {b})"

        def divide():
            return f"({live(self.expr(t, depth - 1))} {self.pick('/', '%')} ({self.expr(t, depth - 1)} | 1))"

        def shift():
            count = self.pick(f"uint8({self.r.randint(0, 70)})", f"({self.expr('uint', depth - 2)} % {self.pick(9, 33, 70)})",
                              f"({self.expr('uint8', depth - 2)} & 15)")
            return f"({live(self.expr(t, depth - 1))} {self.pick('<<', '>>')} {count})"

        def convert():
            return f"{t}({live(self.expr(self.r.choice(INTS + list(NAMED)[:1]), depth - 1))})"

        def length():
            held = [n for s in self.scopes for n, vt in s if vt.startswith(("[]", "map[", "string"))]
            if not held:
                return self.leaf(t)
            return f"{t}(len({self.r.choice(held)}))"

        def unary():
            return f"{self.pick('-', '^', '+')}({live(self.expr(t, depth - 1))})"

        def choose():
            return f"{self.pick('min', 'max')}({self.expr(t, depth - 1)}, {self.expr(t, depth - 1)})"

        def called():
            return (f"func(x {t}) {t} {{ if {self.bool_expr(1)} {{ return x {self.pick('+', '*', '^')} {self.expr(t, 1)} }}; "
                    f"return {self.expr(t, 1)} }}({self.expr(t, depth - 1)})")

        return self.r.choice([binary, binary, binary, binary, divide, shift, convert, convert, length, unary, choose, called])()

    def string_expr(self, t, depth):
        def cut():
            s = self.expr("string", depth - 1)
            return f"{t}(cut({s}, {self.expr('int', depth - 2)}, {self.expr('int', depth - 2)}))"

        return self.pick(
            lambda: f"({self.expr(t, depth - 1)} + {self.expr(t, depth - 1)})",
            lambda: f"{t}(fmt.Sprint({self.expr(self.r.choice(SCALARS), depth - 1)}))",
            lambda: f"{t}([]byte({self.expr(t, depth - 1)}))",
            lambda: f"{t}([]rune({self.expr(t, depth - 1)}))",
            lambda: f"{t}(rune({self.expr('uint8', depth - 1)}))",
            lambda: f"{t}(strings.{self.pick('ToUpper', 'TrimSpace', 'ToLower')}(string({self.expr(t, depth - 1)})))",
            lambda: f"{t}(strconv.Itoa({self.expr('int', depth - 1)}))",
            cut, lambda: self.leaf(t))()

    def bool_expr(self, depth):
        def compare():
            t = self.r.choice(SCALARS[:-1] + list(NAMED))
            op = self.pick("==", "!=", "<", "<=", ">", ">=")
            return f"({self.expr(t, depth - 1)} {op} {self.expr(t, depth - 1)})"

        def same():
            types = [vt for s in self.scopes for _, vt in s if self.comparable(vt)]
            if not types:
                return "true"
            t = self.r.choice(types)
            return f"({self.expr(t, depth - 1)} {self.pick('==', '!=')} {self.expr(t, depth - 1)})"

        if depth <= 0:
            names = self.variables("bool")
            return self.r.choice(names) if names else self.pick("true", "false")
        return self.r.choice([
            compare, compare, compare, same,
            lambda: f"({self.bool_expr(depth - 1)} {self.pick('&&', '||')} {self.bool_expr(depth - 1)})",
            lambda: f"!{self.bool_expr(depth - 1)}"])()

    def leaf(self, t, depth=1):
        """A literal or composite literal."""
        simple = self.literal(t)
        if simple is not None:
            return simple
        if t.startswith("[]"):
            e = t[2:]
            k = self.r.random()
            if k < 0.1:
                return f"{t}(nil)"
            if k < 0.2:
                return f"make({t}, {self.r.randint(0, 5)}, {self.r.randint(5, 9)})"
            return f"{t}{{{', '.join(self.expr(e, depth - 1) for _ in range(self.r.randint(0, 4)))}}}"
        if t.startswith("map["):
            key, value = t[4:t.index("]", 6 if t[4] == "[" else 4)], None
            if t[4] == "[":
                key = "[2]int8"
                value = t[len("map[[2]int8]"):]
                keys = ["{1, 2}", "{}", "{-1, 5}"]
            else:
                value = t[len(f"map[{key}]"):]
                keys = {"int": ["1", "-5", "77"], "uint8": ["1", "2", "255"]}.get(key, ['"a"', '"b"', '"key"'])
            self.r.shuffle(keys)
            entries = ", ".join(f"{k}: {self.expr(value, depth - 1)}" for k in keys[:self.r.randint(0, 3)])
            return f"{t}{{{entries}}}"
        if t.startswith("["):
            n, e = int(t[1]), t[t.index("]") + 1:]
            return f"{t}{{{', '.join(self.expr(e, depth - 1) for _ in range(self.r.randint(0, n)))}}}"
        if t in self.structs:
            fields = [f for f in self.structs[t] if self.chance(0.7)]
            return f"{t}{{{', '.join(f'{n}: {self.expr(ft, depth - 1)}' for n, ft in fields)}}}"
        if t.startswith("*"):
            return "&" + self.leaf(t[1:], depth)
        if t.startswith("func(int) "):
            result = t[len("func(int) "):]
            self.scopes.append([("n", "int")])
            body = self.expr(result, 2)
            self.scopes.pop()
            return f"func(n int) {result} {{ return {body} }}"
        raise ValueError(t)

    # Statements

    def declare(self):
        t = self.some_type()
        name = self.fresh("p" if t.startswith("*") else "v")
        value = self.expr(t)
        self.line(self.pick(f"{name} := {value}", f"var {name} {t} = {value}") if not self.is_untyped(value)
                  else f"var {name} {t} = {value}")
        self.line(f"_ = {name}")
        self.scopes[-1].append((name, t))

    def is_untyped(self, value):
        return value in ("true", "false") or value.startswith('"') or "nil" in value

    def places(self):
        return [(n, t) for s in self.scopes for n, t in s if n[0] in "vp" and not n.startswith("i")]

    def assign(self):
        places = self.places()
        if not places:
            return self.declare()
        name, t = self.r.choice(places)
        base = t.removeprefix("*")
        if base in self.structs and self.chance(0.7):
            field, ft = self.r.choice(self.structs[base])
            name, t = f"{name}.{field}", ft
        if t.startswith("[]"):
            e = t[2:]
            return self.line(self.r.choice([
                f"{name} = append({name}, {self.expr(e, 2)})",
                f"{name} = append({name}, {self.expr(e, 1)}, {self.expr(e, 1)})",
                f"{name} = append({name}, {self.expr(t, 1)}...)",
                f"{name} = part({name}, {self.expr('int', 1)}, {self.expr('int', 1)})",
                f"for i := range {name} {{ {name}[i] = {self.expr(e, 2)} }}",
                f"if len({name}) > 1 {{ {name}[0], {name}[len({name})-1] = {name}[len({name})-1], {name}[0] }}",
                f"copy({name}, {self.expr(t, 1)})",
            ]) + "")
        if t.startswith("map[") and not t.startswith("map[["):
            key = t[4:t.index("]")]
            value = t[len(f"map[{key}]"):]
            k = self.expr(key, 2)
            if self.is_int(value) and self.chance(0.5):
                return self.line(f"if {name} != nil {{ {name}[{k}] {self.pick('+=', '^=', '-=')} {self.expr(value, 2)} }}")
            return self.line(self.r.choice([
                f"if {name} != nil {{ {name}[{k}] = {self.expr(value, 2)} }}", f"delete({name}, {k})"]))
        u = self.under(t)
        if u in INTS and self.chance(0.6):
            return self.line(self.r.choice([
                f"{name}{self.pick('++', '--')}",
                f"{name} {self.pick('+=', '-=', '*=', '&=', '|=', '^=', '&^=')} {self.expr(t, 2)}",
                f"{name} {self.pick('<<=', '>>=')} {self.expr('uint8', 1)} & 31",
                f"{name} {self.pick('/=', '%=')} {self.expr(t, 2)} | 1"]))
        if u == "string" and self.chance(0.5):
            return self.line(f"{name} = {t}(clip(string({name}) + string({self.expr(t, 2)})))")
        same = [n for n, vt in places if vt == t]
        if len(same) > 1 and self.chance(0.3) and "." not in name:
            a, b = self.r.sample(same, 2)
            return self.line(f"{a}, {b} = {self.expr(t, 2)}, {a}")
        if u == "string":
            return self.line(f"{name} = {t}(clip(string({self.expr(t, 2)})))")
        self.line(f"{name} = {self.expr(t)}")

    def show(self):
        places = self.places()
        shown = [n for n, t in places if not t.startswith("*") and "func" not in t and self.printable(t)]
        if not shown:
            return
        names = self.r.sample(shown, min(len(shown), self.r.randint(1, 3)))
        if self.chance(0.3):
            verb = self.pick("%v", "%+v", "%T", "%v")
            return self.line(f'fmt.Printf("{" ".join([verb] * len(names))}\\n", {", ".join(names)})')
        self.line(f"fmt.Println({', '.join(names)})")

    def printable(self, t):
        if t.startswith(("*", "func")):
            return False
        if t in self.structs:
            return all(self.printable(f) for _, f in self.structs[t])
        if "]" in t:
            return self.printable(t[t.rindex("]") + 1:])
        return True

    def block(self, size, depth):
        self.indent += 1
        self.scopes.append([])
        self.statements(size, depth)
        self.scopes.pop()
        self.indent -= 1

    def statements(self, count, depth):
        for _ in range(count):
            self.statement(depth)

    def statement(self, depth):
        k = self.r.random()
        if k < 0.22:
            return self.declare()
        if k < 0.55 or depth <= 0:
            return self.assign()
        if k < 0.65:
            return self.show()
        size = self.r.randint(1, 4)
        if k < 0.75:
            self.line(f"if {self.bool_expr(2)} {{")
            self.block(size, depth - 1)
            if self.chance(0.5):
                self.line("} else {")
                self.block(size, depth - 1)
            return self.line("}")
        if k < 0.85:
            return self.loop(size, depth)
        if k < 0.91:
            return self.switch(depth)
        if k < 0.95:
            return self.closure(depth)
        if self.loops == 0 and self.depth_of_features == 0 and k < 0.985:
            self.depth_of_features += 1
            features.statement(self)
            self.depth_of_features -= 1
            return None
        self.guarded(depth)

    def loop(self, size, depth):
        if self.loops >= 3:
            return self.assign()
        self.loops += 1
        i = self.fresh("i")
        lists = [(n, t) for s in self.scopes for n, t in s if t.startswith("[]") and n[0] == "v"]
        strings = self.variables("string")
        kind = self.r.random()
        bound = []
        if kind < 0.25 and lists:
            name, t = self.r.choice(lists)
            e = self.fresh("e")
            self.line(f"for {i}, {e} := range part({name}, 0, 5) {{")
            bound = [(i, "int"), (e, t[2:])]
            used = [i, e]
        elif kind < 0.4 and strings:
            e = self.fresh("e")
            self.line(f"for {i}, {e} := range clip({self.r.choice(strings)}) {{")
            bound = [(i, "int"), (e, "int32")]
            used = [i, e]
        elif kind < 0.7:
            self.line(f"for {i} := range {self.r.randint(0, 6)} {{")
            bound, used = [(i, "int")], [i]
        else:
            t = self.pick("int", "uint8", "int64", "int16")
            self.line(f"for {i} := {t}({self.r.randint(0, 3)}); {i} < {self.r.randint(2, 9)}; {i}{self.pick('++', ' += 2')} {{")
            bound, used = [(i, t)], [i]
        self.indent += 1
        self.line("; ".join(f"_ = {u}" for u in used))
        self.scopes.append(bound)
        self.statements(size, depth - 1)
        if self.chance(0.3):
            self.line(f"if {self.bool_expr(1)} {{ {self.pick('break', 'continue')} }}")
        self.scopes.pop()
        self.indent -= 1
        self.line("}")
        self.loops -= 1

    def switch(self, depth):
        t = self.pick("int", "uint8", "string")
        if t == "string":
            self.line(f"switch {self.expr(t, 1)} {{")
            values = ['"a"', '"go"', '""', '"héllo"']
        else:
            self.line(f"switch {self.expr(t, 2)} % 5 {{")
            values = ["0", "1", "2", "3", "4"]
        self.r.shuffle(values)
        while values and self.chance(0.8):
            group = [values.pop() for _ in range(min(len(values), self.r.randint(1, 2)))]
            self.line(f"case {', '.join(group)}:")
            self.block(self.r.randint(0, 2), depth - 1)
            if values and self.chance(0.2):
                self.indent += 1
                self.line("fallthrough")
                self.indent -= 1
                self.line(f"case {values.pop()}:")
                self.block(1, depth - 1)
        self.line("default:")
        self.block(1, depth - 1)
        self.line("}")

    def closure(self, depth):
        name = self.fresh("f")
        t = self.r.choice(SCALARS)
        calls, self.calls = self.calls, False
        argument, result = self.fresh("v"), self.fresh("v")
        self.line(f"{name} := func({argument} int, b {t}) ({result} {t}) {{")
        self.scopes.append([(argument, "int"), (result, t)])
        self.indent += 1
        self.line(f"{result} = b")
        if self.chance(0.4):
            self.line(f"defer func() {{ {result} = {self.expr(t, 2)} }}()")
        self.indent -= 1
        loops, self.loops = self.loops, max(self.loops, 2)
        self.block(self.r.randint(1, 3), min(depth - 1, 1))
        self.indent += 1
        self.line(f"return {self.expr(t, 2)}")
        self.indent -= 1
        self.scopes.pop()
        self.loops = loops
        self.calls = calls
        self.line("}")
        self.line(f"fmt.Println({name}({self.expr('int', 1)}, {self.expr(t, 1)}), {name}(1, {self.expr(t, 1)}))")

    def guarded(self, depth):
        self.line("func() {")
        self.indent += 1
        self.line('defer func() { if r := recover(); r != nil { fmt.Println("recovered:", r) } }()')
        self.indent -= 1
        self.block(self.r.randint(0, 2), min(depth - 1, 1))
        self.indent += 1
        t = self.r.choice(INTS)
        lists = [n for s in self.scopes for n, vt in s if vt.startswith("[]") and n[0] == "v"]
        kinds = [
            f"fmt.Println({self.expr(t, 2)} / {live(self.expr(t, 2))})",
            f"fmt.Println({self.expr(t, 2)} % {live(self.expr(t, 2))})",
            f"var x any = {self.expr(self.r.choice(SCALARS), 1)}; fmt.Println(x.({self.r.choice(SCALARS)}))",
            f"panic(fmt.Sprint({self.expr('int', 1)}))",
            f"fmt.Println(1 << {live(self.expr('int8', 1))})",
            f"s := {self.expr('string', 1)}; fmt.Println(s[{live(self.expr('int8', 1))} & 15])",
            f"s := {self.expr('string', 1)}; fmt.Println(s[{live(self.expr('uint8', 1))} & 7:{live(self.expr('uint8', 1))} & 7])",
            "var m map[string]int; m[\"x\"]++"]
        if lists:
            name = self.r.choice(lists)
            kinds += [f"{name}[{self.expr('int', 1)} & 7] = {name}[{self.expr('int', 1)} & 3]",
                      f"fmt.Println(len({name}[{live(self.expr('int', 1))} & 3:{live(self.expr('int', 1))} & 3]))"] * 2
        self.line(self.r.choice(kinds))
        self.indent -= 1
        self.line("}()")

    # Declarations

    def struct(self):
        name = self.fresh("S")
        fields = [(f"v{c}", self.some_type(1)) for c in "abcd"[:self.r.randint(1, 4)]]
        fields = [(n, t if not t.startswith(("func", "*")) else "int") for n, t in fields]
        self.structs[name] = fields
        self.line(f"type {name} struct {{ {'; '.join(f'{n} {t}' for n, t in fields)} }}")

    def function(self):
        name = self.fresh("fn")
        params = [self.some_type(1) for _ in range(self.r.randint(0, 4))]
        result = self.some_type(1)
        names = [self.fresh("p" if t.startswith("*") else "v") for t in params]
        self.line(f"func {name}({', '.join(f'{n} {t}' for n, t in zip(names, params))}) {result} {{")
        self.body(list(zip(names, params)), result)
        self.functions.append((name, params, [result]))

    def body(self, scope, result):
        # A budget for all calls keeps the run short.
        self.indent += 1
        self.line(f"if budget--; budget < 0 {{ var z {result}; return z }}")
        self.indent -= 1
        outer, self.scopes = self.scopes, [self.scopes[0], scope]
        loops, self.loops = self.loops, 1
        self.block(self.r.randint(2, 7), 2)
        self.indent += 1
        self.line(f"return {self.expr(result, 3)}")
        self.indent -= 1
        self.scopes, self.loops = outer, loops
        self.line("}")

    def method(self):
        s = self.r.choice(list(self.structs))
        name = self.fresh("M")
        params = [self.some_type(1) for _ in range(self.r.randint(0, 2))]
        result = self.r.choice(SCALARS)
        receiver = self.pick(f"{self.fresh('v')} {s}", f"{self.fresh('p')} *{s}")
        names = [self.fresh("p" if t.startswith("*") else "v") for t in params]
        self.line(f"func ({receiver}) {name}({', '.join(f'{n} {t}' for n, t in zip(names, params))}) {result} {{")
        self.body([tuple(receiver.split())] + list(zip(names, params)), result)
        self.methods.setdefault(s, []).append((name, params, result))

    def text(self):
        for _ in range(self.r.randint(1, 3)):
            self.struct()
        for _ in range(self.r.randint(0, 4)):
            t = self.some_type()
            if t.startswith(("*", "func")):
                continue
            name = self.fresh("v")
            self.line(f"var {name} {t} = {self.leaf(t)}")
            self.scopes[0].append((name, t))
        for _ in range(self.r.randint(2, 6)):
            if self.chance(0.4):
                self.method()
            else:
                self.function()
        self.line("func main() {")
        self.block(self.r.randint(10, 25), 3)
        self.indent += 1
        for _ in range(self.r.randint(2, 6)):
            features.statement(self)
        self.scopes.append([])
        for name, _ in self.scopes[0]:
            if self.printable(_):
                self.line(f"fmt.Println({name})")
        self.indent -= 1
        self.line("}")
        return PREAMBLE + "\n".join(self.lines) + "\n"


PREAMBLE = """package main

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
)

type MyInt int32
type MyStr string
type Flag uint8

var budget = 200

func at[T any](s []T, i int) (z T) {
	if len(s) == 0 {
		return z
	}
	return s[uint(i)%uint(len(s))]
}
func sum1[T any](s []T) []T {
	var z T
	return append(s[:len(s):len(s)], z)
}
func part[T any](s []T, i, j int) []T {
	if len(s) == 0 {
		return s
	}
	a, b := int(uint(i)%uint(len(s))), int(uint(j)%uint(len(s)+1))
	if len(s) > 40 {
		return s[:3]
	}
	return s[min(a, b):max(a, b)]
}
func cut(s string, i, j int) string {
	a, b := int(uint(i)%uint(len(s)+1)), int(uint(j)%uint(len(s)+1))
	return s[min(a, b):max(a, b)]
}
func keep[T any](x T) T    { return x }
func clip(s string) string { return s[:min(len(s), 60)] }

var _ = strconv.Itoa
var _ = strings.ToUpper
var _ sync.Mutex
""" + features.DECLARATIONS + "\n"


if __name__ == "__main__":
    sys.stdout.write(Program(int(sys.argv[1])).text())
