#!/usr/bin/env python3
"""Compares gomem with real Go on the programs under Programs/, and prints how many agree, chapter by chapter.

    GOMEM=/path/to/gomem [GO=/path/to/go] Tests/EndToEnd/fidelity.py [--markdown] [PROGRAM...]

With GO, real Go runs each program now; without, its recorded answers stand. A difference is shown by its first lines, or
by what NAME.known says of it. Exit status 1 if there is any that is not known.
"""

import concurrent.futures
import difflib
import os
import pathlib
import re
import sys
import tempfile

import record

GOMEM = os.environ.get("GOMEM", "gomem")
# Programs that never end here are stopped: no program of the collection needs as many.
MAX_TICKS = "300000000"


def recorded(path):
    def text(suffix):
        file = record.beside(path, suffix)
        return file.read_bytes() if file.exists() else b""

    return text(".out"), text(".err").decode(), int(text(".exit") or b"0")


def ours(path):
    names, folder = record.sources(path)
    try:
        out, err, status = record.execute(
            [GOMEM, "run", "--max-ticks", MAX_TICKS, *names], folder, record.stdin(path))
        return out, re.sub(r"(?m)(^|\s)\./", r"\1", err), status
    except Exception as problem:
        return b"", f"{problem}\n", -1


def difference(theirs, mine):
    """The first lines that differ, or None."""
    if theirs == mine:
        return None
    lines = []
    for name, a, b in zip(["stdout", "stderr", "exit"], theirs, mine):
        if a == b:
            continue
        a, b = [x.decode("utf-8", "replace") if isinstance(x, bytes) else str(x) for x in (a, b)]
        changed = [l for l in difflib.unified_diff(a.splitlines(), b.splitlines(), lineterm="", n=0)
                   if not l.startswith(("---", "+++", "@@"))]
        lines += [f"  {name}:"] + ["    " + l for l in changed[:8]]
    return lines


def compare(path):
    if "GO" in os.environ:
        with tempfile.TemporaryDirectory() as work:
            theirs = record.run(path, work)
    else:
        theirs = recorded(path)
    return path, difference(theirs, ours(path))


def main():
    markdown = "--markdown" in sys.argv
    root = record.HERE / "Programs"
    named = [pathlib.Path(a).resolve() for a in sys.argv[1:] if not a.startswith("--")]
    paths = []
    for path in named or [root]:
        paths += list(record.programs(path)) if path.is_dir() and not any(path.glob("*.go")) or path.parent == root \
            else [path]
    chapters = {}
    failed = []
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        for path, lines in pool.map(compare, paths):
            count = chapters.setdefault(path.parent.name, [0, 0])
            count[1] += 1
            if lines is None:
                count[0] += 1
            else:
                failed.append((path.relative_to(root) if path.is_relative_to(root) else path, lines))
    row = "| {} | {} | {} |" if markdown else "{:<16} {:>4} of {:>4}"
    if markdown:
        print("| chapter | agree | of |\n|---|---:|---:|")
    for name, (agree, total) in chapters.items():
        print(row.format(name, agree, total))
    print(row.format("all", *map(sum, zip(*chapters.values()))))
    unknown = 0
    print()
    for path, lines in failed:
        known = record.beside(root / path, ".known")
        unknown += not known.exists()
        if known.exists():
            lines = ["  known: " + known.read_text().strip()]
        if markdown:
            lines = []
        print(("- " if markdown else "") + str(path), *lines, sep="\n")
    sys.exit(1 if unknown else 0)


if __name__ == "__main__":
    main()
