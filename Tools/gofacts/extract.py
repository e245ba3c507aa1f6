#!/usr/bin/env python3
"""Extracts from real Go what its compiler knows of the standard library's functions: how each parameter leaks, whether a
function may be inlined and at which cost, and what its body then does to memory.

    Tools/gofacts/extract.py --go /path/to/go --work FOLDER

Go's own compiler is built from its source with dump.go added and two lines that call it (`go build -overlay`: nothing of
the toolchain is changed), and compiles the packages that gomem has, and a probe that uses every generic function.
What they write is gathered in Sources/GoEscape/Facts, one file for each package, without what no program can reach.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


# The reader of function bodies alone knows of which types an instance is made.
ARGUMENTS = """package noder

import (
	"cmd/compile/internal/ir"
	"cmd/compile/internal/types"
)

func TypeArguments(fn *ir.Func) []*types.Type {
	if reader, ok := bodyReader[fn]; ok {
		return reader.dict.targs
	}
	return nil
}
"""


def go_env(go, name):
    return subprocess.run([go, "env", name], capture_output=True, text=True, check=True).stdout.strip()


def patched(source, anchor, addition):
    text = source.read_text()
    if text.count(anchor) != 1:
        sys.exit(f"{source}: expected once: {anchor!r}")
    return text.replace(anchor, anchor + addition)


def build_compiler(go, work):
    compiler = pathlib.Path(go_env(go, "GOROOT")) / "src/cmd/compile/internal"
    interleaved = compiler / "inline/interleaved"
    main = compiler / "gc/main.go"
    changed = work / "interleaved.go"
    changed.write_text(
        patched(interleaved / "interleaved.go", "inline.CanInlineFuncs(pkg.Funcs, inlProfile)\n", "\tDumpBodies(pkg.Funcs)\n"))
    changed_main = work / "main.go"
    changed_main.write_text(
        patched(main, "escape.Funcs(typecheck.Target.Funcs)\n", "\tinterleaved.DumpTags(typecheck.Target.Funcs)\n")
        .replace("\tdwarfgen.RecordPackageName()\n", "\tdwarfgen.RecordPackageName()\n\tinterleaved.TypeArguments = noder.TypeArguments\n"))
    arguments = work / "arguments.go"
    arguments.write_text(ARGUMENTS)
    overlay = work / "overlay.json"
    overlay.write_text(json.dumps({"Replace": {
        str(interleaved / "interleaved.go"): str(changed),
        str(interleaved / "dump.go"): str(HERE / "dump.go"),
        str(compiler / "noder/arguments.go"): str(arguments),
        str(main): str(changed_main),
    }}))
    result = work / "compile"
    subprocess.run([go, "build", "-overlay", overlay, "-o", result, "cmd/compile"], check=True)
    return result


def compile_all(go, compiler, work, packages):
    """Compiles the packages and the probe with the changed compiler, which writes a file for each of them."""
    raw = work / "raw"
    # What the go command finds up to date it does not compile again.
    for old in (raw, work / "cache"):
        shutil.rmtree(old, ignore_errors=True)
    (work / "probe").unlink(missing_ok=True)
    raw.mkdir()
    wrapper = work / "toolexec"
    wrapper.write_text(
        f'#!/bin/sh\ntool="$1"; shift\ncase "$tool" in */compile) exec {compiler} "$@";; esac\nexec "$tool" "$@"\n')
    wrapper.chmod(0o755)
    environment = dict(os.environ, GOMEM_FACTS=str(raw), GOCACHE=str(work / "cache"), GO111MODULE="off")
    subprocess.run([go, "build", "-a", "-toolexec", wrapper, *packages], check=True, env=environment, cwd=work)
    subprocess.run([go, "build", "-toolexec", wrapper, "-o", work / "probe", str(HERE / "probe/probe.go")],
                   check=True, env=environment, cwd=work)
    return raw


def library_packages():
    root = ROOT / "Sources/GoLibrary/go"
    folders = {str(file.parent.relative_to(root)) for file in root.rglob("*.go")}
    return sorted(folder for folder in folders if not folder.startswith("internal"))


class Function:
    def __init__(self, package, line):
        self.package = package
        self.name, self.cost, self.flags, self.tags = line[2:].split("|")
        self.body = None


def read(path):
    """The types and functions of one file that the compiler wrote."""
    types, functions = [], []
    package = None
    for line in path.read_text().splitlines():
        kind, rest = line[0], line[2:]
        if kind == "P":
            package = rest
        elif kind == "T":
            types.append(rest)
        elif kind == "F":
            functions.append(Function(package, line))
        else:
            functions[-1].body = rest
    return package, types, functions


NAMES = re.compile(r'\((?:NAME|METHEXPR|METHVALUE) -?\d+ (?:@\S+ )?(?:"(?:[^"\\]|\\.)*" )?"((?:[^"\\]|\\.)*)"')


def exported(function):
    name = function.name.removeprefix(function.package.split()[0] + ".")
    parts = re.findall(r"\w+", name)
    return bool(parts) and parts[-1][0].isupper()


def instances(go, work, package):
    """Which generic types a program that names one of the package's types is compiled with: by type, pairs of the type
    argument and of its shape, in the order in which the compiler comes to them."""
    listing = json.loads(subprocess.run([go, "list", "-json=Dir,GoFiles,Name", package], capture_output=True, text=True,
                                        check=True).stdout)
    names = set()
    for file in listing["GoFiles"]:
        text = (pathlib.Path(listing["Dir"]) / file).read_text()
        names |= set(re.findall(r"^type ([A-Z]\w*) (?!interface)", text, re.M))

    def lines(types):
        source = work / "instances.go"
        uses = "\n".join(f"var _ *{listing['Name']}.{name}" for name in types)
        source.write_text(f'package main\n\nimport "{package}"\n\n{uses}\n\nfunc main() {{}}\n')
        result = subprocess.run([go, "build", "-gcflags=-m", "-o", work / "instances", source.name], cwd=work,
                                capture_output=True, text=True)
        return re.findall(r"can inline atomic\.\(\*Pointer\[(.*)\]\)\.Load", result.stderr)

    found = {}
    if lines(sorted(names)):
        for name in sorted(names):
            arguments = lines([name])
            shapes = [text for text in arguments if text.startswith("go.shape.")]
            exact = [text for text in arguments if not text.startswith("go.shape.")]
            if shapes:
                found[f"{package}.{name}"] = list(zip(reversed(exact), shapes))
    return found


def gather(raw, packages, target, sources, uses):
    """Keeps what the exported functions of the packages lead to; the instances of generic functions go to their packages."""
    known, homes = {}, {}
    for path in sorted(raw.iterdir()):
        package, types, functions = read(path)
        homes[package.split()[0]] = package
        for function in functions:
            function.types = types
            if "g" in function.flags and package != "main main":
                continue
            known.setdefault(function.name, function)
    wanted = {}

    def want(function):
        work = [function]
        while work:
            next = work.pop()
            if next.name in wanted:
                continue
            wanted[next.name] = next
            for name in NAMES.findall(next.body or ""):
                if name in known:
                    work.append(known[name])

    for function in known.values():
        path = function.package.split()[0]
        if path in packages and exported(function) or "g" in function.flags:
            want(function)
    files = {}
    for name in sorted(wanted):
        function = wanted[name]
        path = function.package.split()[0]
        if path == "main":
            # An instance of a generic function.
            path = re.match(r"[\w/]+", name).group(0)
            path = max((home for home in homes if name.startswith(home + ".")), key=len)
        files.setdefault(path, []).append(function)
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        old.unlink()
    total = 0
    for path, functions in files.items():
        text = write(homes[path], functions, sources)
        for name, pairs in sorted(uses.items()):
            if name.rpartition(".")[0] == path:
                text += "".join(f"U {name}|{exact}|{shape.removeprefix('go.shape.')}\n" for exact, shape in pairs)
        total += len(text)
        (target / (path.replace("/", ".") + ".facts")).write_text(text)
    return len(wanted), total


TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"|_\d+ |\([^\s()\[\]]+ -?\d+|<[\d ]*>|[^"_(<]+|.')


def write(package, functions, sources):
    """One package's file, with its types numbered anew."""
    numbers, lines = {}, []

    def number(index, types):
        if index < 0:
            return -1
        text = re.sub(r"(?<![\w.$\x01])\d+", lambda m: m.group(0), types[index])
        parts = text.split(" ")
        kind = parts[0] if parts[0] != "N" else parts[2]
        start = 1 if parts[0] != "N" else 3
        if kind in "SMCF" or kind == "A" or kind == "P" and parts[start] != "N" and not parts[start].startswith("$"):
            first = start + 1 if kind == "A" else start
            for i in range(first, len(parts)):
                if re.fullmatch(r"-?\d+", parts[i]):
                    parts[i] = str(number(int(parts[i]), types))
        text = " ".join(parts)
        if text not in numbers:
            numbers[text] = len(numbers)
            lines.append("T " + text)
        return numbers[text]

    for function in functions:
        body = function.body
        if body:
            body = body.replace(sources, "")
            body = renumber(body, lambda index: number(index, function.types))
        lines.append("F " + "|".join((function.name, function.cost, function.flags.replace("-g", "g"), function.tags)))
        if body:
            lines.append("B " + body)
    return f"P {package}\n" + "\n".join(lines) + "\n"


def renumber(body, number):
    """Replaces the numbers of types in a body: behind an operation's name, an underscore, a variable, and between <>."""
    pattern = re.compile(
        r'("(?:[^"\\]|\\.)*")'            # texts stay
        r"|_(-?\d+) "                        # an inert expression
        r"|(\((?!-)(?!\d+ \d+ \")[^\s()\[\]\"]+) (-?\d+)(?=[\s{])"  # an operation
        r"|<([\d ]*)>"                       # type arguments
        r'|(\(\d+ \d+ "[^"]*" \()([^)]*)\)')  # a function's head and variables

    def replace(match):
        if match.group(1):
            return match.group(1)
        if match.group(2):
            return f"_{number(int(match.group(2)))} "
        if match.group(3):
            return f"{match.group(3)} {number(int(match.group(4)))}"
        if match.group(5) is not None:
            return "<" + "".join(f"{number(int(n))} " for n in match.group(5).split()) + ">"
        words = match.group(7).split()
        result, i = [], 0
        while i < len(words):
            result += [words[i], str(number(int(words[i + 1])))]
            i += 2
            if i < len(words) and words[i].startswith("@"):
                result.append(words[i])
                i += 1
        return match.group(6) + " ".join(result) + ")"

    return pattern.sub(replace, body)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--go", default="go")
    parser.add_argument("--work", required=True, type=pathlib.Path)
    options = parser.parse_args()
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    compiler = build_compiler(options.go, work)
    packages = library_packages()
    raw = compile_all(options.go, compiler, work, packages)
    sources = go_env(options.go, "GOROOT") + "/src/"
    uses = {}
    for package in packages:
        uses |= instances(options.go, work, package)
    count, size = gather(raw, set(packages), ROOT / "Sources/GoLibrary/facts", sources, uses)
    print(f"{count} functions, {size} bytes")
