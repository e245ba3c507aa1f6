"""Prints Sources/GoLibrary/go/intrinsics.txt: every function without a body, with what its comment says.

intrinsics.py LIBRARY
"""
import os
import re
import sys

library = sys.argv[1]
print("# Every function of the library without a body: the machine supplies it. One line each:")
print("# import/path.Func signature — meaning")
for folder, folders, files in os.walk(library):
    folders.sort()
    package = os.path.relpath(folder, library)
    for name in sorted(f for f in files if f.endswith(".go")):
        comment = []
        for line in open(os.path.join(folder, name)):
            line = line.rstrip("\n")
            if line.startswith("//"):
                comment.append(line[2:].strip())
                continue
            m = re.match(r"func (\w+)(\(.*[^{}])$", line)
            if m and not line.endswith("{"):
                text = " ".join(comment)
                print(f"{package}.{m.group(1)} {m.group(2)}" + (f" — {text}" if text else ""))
            comment = []
