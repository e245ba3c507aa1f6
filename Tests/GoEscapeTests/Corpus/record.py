#!/usr/bin/env python3
"""Records what Go's compiler says of the programs in this folder, without inlining (NAME.lines) and with (NAME.inlined).

    GO=/path/to/go Tests/GoEscapeTests/Corpus/record.py [NAME.go...]

Places in Go's own sources are written with $GOROOT.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

CORPUS = pathlib.Path(__file__).resolve().parent
GO = os.environ.get("GO", "go")


def lines(program, flags):
    """The compiler's lines on one program, as `gomem escape` prints them."""
    with tempfile.TemporaryDirectory() as folder:
        result = subprocess.run([GO, "build", f"-gcflags={flags}", "-o", f"{folder}/program", program.name],
                                cwd=program.parent, capture_output=True, text=True)
    root = os.path.realpath(subprocess.run([GO, "env", "GOROOT"], capture_output=True, text=True).stdout.strip())
    text = result.stderr.replace(root + "/", "$GOROOT/")
    kept = [line.removeprefix("./") for line in text.splitlines() if not line.startswith("#")]
    return "".join(line + "\n" for line in kept)


if __name__ == "__main__":
    programs = [CORPUS / name for name in sys.argv[1:]] or sorted(CORPUS.glob("*.go"))
    for program in programs:
        program.with_suffix(".lines").write_text(lines(program, "-m -l"))
        program.with_suffix(".inlined").write_text(lines(program, "-m"))
