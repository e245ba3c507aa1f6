#!/usr/bin/env python3
"""How many lines of `gomem escape` are those of Go's compiler, without inlining (-l) and with, suite by suite.

    GOMEM=/path/to/gomem [GO=/path/to/go] Tests/EndToEnd/escapes.py [--show] [FILE.go...]

The programs of Tests/GoEscapeTests/Corpus are compared with what is recorded there; with GO, those under
Tests/EndToEnd/Programs and Scenes with what it says now. A line counts as equal if it stands in the same place of the
output. Exit status 0 whatever differs: docs/fidelity.md lists it.
"""

import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CORPUS = ROOT / "Tests/GoEscapeTests/Corpus"
sys.path.insert(0, str(CORPUS))
import record  # noqa: E402

GOMEM = os.environ.get("GOMEM", "gomem")
MODES = {"lines": ("-m -l", ["-l"]), "inlined": ("-m", [])}


def ours(file, mode):
    result = subprocess.run([GOMEM, "escape", *MODES[mode][1], file.name], cwd=file.parent, capture_output=True, text=True)
    return (result.stdout + result.stderr).splitlines()


def recorded():
    """The corpus: name, program, and the recorded lines by mode."""
    for file in sorted(CORPUS.glob("*.go")):
        yield "corpus", file.name, file.read_text(), {m: file.with_suffix("." + m).read_text() for m in MODES}
    parts = re.split(r"^-- (\S+) --\n", (CORPUS / "grid.txt").read_text(), flags=re.M)[1:]
    sections = dict(zip(parts[::2], parts[1::2]))
    for name in sections:
        if name.endswith(".go"):
            yield "grid", name, sections[name], {m: sections[name[:-2] + m] for m in MODES}


def live(files):
    for file in files:
        suite = "scenes" if "Scenes" in file.parts else "programs" if "Programs" in file.parts else "given"
        yield suite, file.name, file.read_text(), {m: record.lines(file, MODES[m][0]) for m in MODES}


if __name__ == "__main__":
    show = "--show" in sys.argv
    given = [pathlib.Path(arg).resolve() for arg in sys.argv[1:] if not arg.startswith("--")]
    cases = live(given) if given else recorded()
    if not given and shutil.which(os.environ.get("GO", "")):
        files = sorted((ROOT / "Tests/EndToEnd/Programs").glob("*/*.go")) + sorted((ROOT / "Scenes").rglob("*.go"))
        cases = [*cases, *live([file for file in files if file.parent.name != "wrong"])]
    counts = {}
    with tempfile.TemporaryDirectory() as folder:
        for suite, name, text, expected in cases:
            file = pathlib.Path(folder) / name
            file.write_text(text)
            for mode in MODES:
                real, made = expected[mode].splitlines(), ours(file, mode)
                difference = [line for line in difflib.unified_diff(real, made, lineterm="", n=0)
                              if not line.startswith(("---", "+++", "@@"))]
                missing = sum(line.startswith("-") for line in difference)
                count = counts.setdefault((suite, mode), [0, 0, 0, 0])
                for index, value in enumerate((not difference, 1, len(real) - missing, len(real))):
                    count[index] += value
                if show:
                    for line in difference:
                        print(f"{name} {MODES[mode][0]}: {line}")
    print("| escape lines | programs equal | of | lines equal | of | |\n|---|---:|---:|---:|---:|---:|")
    for (suite, mode), (same, programs, equal, lines) in counts.items():
        share = 100 * equal / lines if lines else 100
        print(f"| {suite}, `{MODES[mode][0]}` | {same} | {programs} | {equal} | {lines} | {share:.1f} % |")
