#!/usr/bin/env python3
"""Compares gomem's Go library with the real one: each program under programs/ prints what functions of the library make of
tables and of many thousand random values, too much to keep.

    GOMEM=/path/to/gomem [GO=/path/to/go] Tests/GoLibraryOracle/compare.py [--record] [PROGRAM...]

With real Go, both run, and the first lines that differ are shown; --record then notes the length and the digest of what real
Go printed in expected.txt. Without it, gomem's output is compared with those notes. Ends with status 1 if anything differs.
"""

import difflib
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
EXPECTED = HERE / "expected.txt"
GO = shutil.which(os.environ.get("GO", "go"))
GOMEM = os.environ.get("GOMEM", "gomem")


def execute(command):
    """What a program prints, with its exit status at the end."""
    done = subprocess.run(command, capture_output=True, timeout=600, input=b"")
    return done.stdout + f"exit {done.returncode}\n".encode(), done.stderr.decode("utf-8", "replace")


def real(path, work):
    binary = pathlib.Path(work) / path.stem
    subprocess.run([GO, "build", "-o", str(binary), str(path)], check=True, cwd=work)
    return execute([str(binary)])[0]


def note(output):
    lines = output.count(b"\n")
    return f"{lines} {hashlib.sha256(output).hexdigest()}"


def difference(wanted, found):
    lines = [o.decode("utf-8", "replace").splitlines() for o in (wanted, found)]
    shown = [l[:200] for l in difflib.unified_diff(*lines, "Go", "gomem", n=0, lineterm="")] if len(lines[0]) < 5000 else [
        f"line {i + 1}:\n-{a[:200]}\n+{b[:200]}" for i, (a, b) in enumerate(zip(*lines)) if a != b]
    return "\n".join(shown[:10])


def main():
    arguments = [a for a in sys.argv[1:] if a != "--record"]
    recording = "--record" in sys.argv
    if not GO:
        print("no Go to compare with (set GO=/path/to/go): what it printed when expected.txt was recorded stands in")
        if recording:
            return 1
    expected = dict(line.split(" ", 1) for line in EXPECTED.read_text().splitlines()) if EXPECTED.exists() else {}
    failed = False
    with tempfile.TemporaryDirectory() as work:
        for path in [pathlib.Path(a) for a in arguments] or sorted((HERE / "programs").glob("*.go")):
            path = path.resolve()
            found, errors = execute([GOMEM, "run", str(path)])
            wanted = real(path, work) if GO else None
            if recording:
                expected[path.stem] = note(wanted)
            same = found == wanted if GO else note(found) == expected.get(path.stem)
            failed = failed or not same
            print(("same: " if same else "DIFFERENT: ") + f"{path.stem} ({note(found).split()[0]} lines)")
            if not same:
                print(difference(wanted, found) if GO else f"  recorded: {expected.get(path.stem, 'nothing')}")
                print(errors[:500], end="")
    if recording:
        EXPECTED.write_text("".join(f"{name} {value}\n" for name, value in sorted(expected.items())))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
