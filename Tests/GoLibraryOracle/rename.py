"""Moves our library's packages to other import paths, so that the real Go can build them beside its own.

rename.py LIBRARY STAND-INS OUT     the whole library as module "ours", functions without body left to the stand-ins
rename.py --file LIBRARY IN OUT     one program, importing the renamed packages
"""
import os
import re
import shutil
import sys

# Packages of the real Go that the renamed library keeps: their types are known to the compiler or the runtime.
KEPT = {"unsafe"}


def packages(library):
    return {
        os.path.relpath(folder, library)
        for folder, _, files in os.walk(library)
        if any(f.endswith(".go") for f in files)
    } - KEPT


def renamed(text, ours):
    def path(p):
        return "ours/" + p.replace("internal/", "inside/") if p in ours else p

    def one(m):
        return m.group(1) + '"' + path(m.group(2)) + '"'

    head, sep, rest = text.partition("\nfunc ")
    head = re.sub(r'(?m)^(import (?:[\w.]+ )?)"([^"]+)"', one, head)
    head = re.sub(
        r"(?ms)^import \(.*?^\)", lambda m: re.sub(r'(?m)^(\s+(?:[\w.]+ )?)"([^"]+)"', one, m.group(0)), head)
    return head + sep + rest


def without_bodyless(text):
    lines = text.split("\n")
    text = "\n".join(l for l in lines if not (l.startswith("func ") and not l.rstrip().endswith(("{", "}"))))
    return text if "unsafe." in text else text.replace('import "unsafe"\n', "")


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if os.path.exists(path) and open(path).read() == text:
        return
    with open(path, "w") as f:
        f.write(text)


if sys.argv[1] == "--file":
    library, source, out = sys.argv[2:]
    write(out, renamed(open(source).read(), packages(library)))
else:
    library, stand_ins, out = sys.argv[1:]
    ours = packages(library)
    shutil.rmtree(out, ignore_errors=True)
    for root in (library, stand_ins):
        for folder, _, files in os.walk(root):
            package = os.path.relpath(folder, root)
            for name in files:
                if not name.endswith(".go"):
                    continue
                text = open(os.path.join(folder, name)).read()
                if root == library:
                    text = without_bodyless(renamed(text, ours))
                else:
                    name = "standin_" + name
                write(os.path.join(out, package.replace("internal", "inside"), name), text)
    write(os.path.join(out, "go.mod"), "module ours\n\ngo 1.23\n")
