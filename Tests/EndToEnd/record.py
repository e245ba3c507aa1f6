#!/usr/bin/env python3
"""Records what real Go makes of the programs under Programs/: stdout, stderr and exit status.

    GO=/path/to/go Tests/EndToEnd/record.py [--all] [PROGRAM...]

A program is a .go file, a folder of them, or a folder with a go.mod and packages below. Beside it lie NAME.out and, where there
is something to say, NAME.err and NAME.exit; NAME.in, written by hand, is its standard input, and NAME.known what gomem says of a
program that it does not run yet. Without arguments,
only what has no NAME.out yet is recorded. Of stderr, traces of goroutines are cut off behind the line that begins the
first one, and addresses and the numbers of goroutines are replaced: nothing else may differ.
"""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
GO = os.environ.get("GO", "go")


def programs(root):
    """All programs below a folder: files, and folders named by a program of several files."""
    for path in sorted(root.iterdir()):
        if path.suffix == ".go":
            yield path
        elif path.is_dir():
            if path.parent.name != "Programs" and (any(path.glob("*.go")) or (path / "go.mod").exists()):
                yield path
            else:
                yield from programs(path)


def normalised(text):
    """What of stderr can be compared; the same rule as in EndToEndTests.swift."""
    kept = []
    for line in text.splitlines(keepends=True):
        line = re.sub(r"0x[0-9a-f]{5,}", "0x…", line)
        kept.append(re.sub(r"^goroutine ([2-9]|\d\d+) ", "goroutine N ", line))
        if line == "fatal error: stack overflow\n" or re.match(r"goroutine \d+ .*\[.*\]:$", line.rstrip()):
            break
    return "".join(kept)


def execute(command, folder, stdin=b""):
    """(stdout, stderr, exit status) of a command; stderr is normalised."""
    environment = {**os.environ, "GOTRACEBACK": "single"}
    done = subprocess.run(command, cwd=folder, capture_output=True, env=environment, timeout=60, input=stdin)
    return done.stdout, normalised(done.stderr.decode("utf-8", "replace")), done.returncode


def sources(path):
    """What is given to the go command, and in which folder."""
    if (path / "go.mod").exists():
        return ["."], path
    files = sorted(path.glob("*.go")) if path.is_dir() else [path]
    return [f.name for f in files], files[0].parent


def stdin(path):
    file = beside(path, ".in")
    return file.read_bytes() if file.exists() else b""


def run(path, work):
    """The same for one program under real Go; the compiler's errors count as stderr."""
    names, folder = sources(path)
    with tempfile.TemporaryDirectory(dir=work) as own:
        binary = pathlib.Path(own) / "program"
        build = subprocess.run([GO, "build", "-o", str(binary), *names], cwd=folder, capture_output=True, text=True)
        if build.returncode != 0:
            lines = [l for l in build.stderr.splitlines(keepends=True) if not l.startswith("# ")]
            return b"", re.sub(r"(?m)(^|\s)\./", r"\1", "".join(lines)), 1
        return execute([str(binary)], own, stdin(path))


def beside(path, suffix):
    return path.parent / ((path.stem if path.suffix == ".go" else path.name) + suffix)


def record(path, work):
    out, err, status = run(path, work)
    beside(path, ".out").write_bytes(out)
    for suffix, content in [(".err", err), (".exit", f"{status}\n" if status else "")]:
        if content:
            beside(path, suffix).write_text(content)
        else:
            beside(path, suffix).unlink(missing_ok=True)
    print(f"{path.relative_to(HERE / 'Programs')}: exit {status}, {len(out)} bytes")


def main():
    arguments = sys.argv[1:]
    everything = "--all" in arguments
    named = [pathlib.Path(a).resolve() for a in arguments if a != "--all"]
    paths = named or [p for p in programs(HERE / "Programs") if everything or not beside(p, ".out").exists()]
    with tempfile.TemporaryDirectory() as work:
        with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
            list(pool.map(lambda path: record(path, work), paths))


if __name__ == "__main__":
    main()
