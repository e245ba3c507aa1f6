#!/usr/bin/env python3
"""Runs random programs under real Go and gomem, and prints those that differ.

    GO=/path/to/go GOMEM=/path/to/gomem Tests/EndToEnd/Generator/compare.py FROM TO [FOLDER]

Seeds FROM to TO; the programs that differ are kept in FOLDER (default: the current one). Exit status 1 if there are any.
"""

import concurrent.futures
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import fidelity  # noqa: E402
import generate  # noqa: E402
import record  # noqa: E402


def compare(seed):
    """(seed, program, what differs or None); a program that real Go refuses is the generator's mistake."""
    text = generate.Program(seed).text()
    with tempfile.TemporaryDirectory() as work:
        file = pathlib.Path(work) / f"seed{seed}.go"
        file.write_text(text)
        try:
            theirs = record.run(file, work)
        except subprocess.TimeoutExpired:
            return seed, text, None  # nested loops over a slice that they make longer: nothing to compare
        if theirs[2] == 1:
            return seed, text, ["  real Go refuses it:", "    " + theirs[1][:300]]
        return seed, text, fidelity.difference(theirs, fidelity.ours(file))


def main():
    first, last = int(sys.argv[1]), int(sys.argv[2])
    folder = pathlib.Path(sys.argv[3] if len(sys.argv) > 3 else ".")
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        for seed, text, lines in pool.map(compare, range(first, last + 1)):
            if lines:
                failed += 1
                (folder / f"seed{seed}.go").write_text(text)
                print(f"seed {seed}", *lines, sep="\n", flush=True)
    print(f"{last - first + 1 - failed} of {last - first + 1} random programs agree")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
