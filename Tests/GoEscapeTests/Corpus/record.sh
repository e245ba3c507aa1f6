#!/bin/sh
# Records what Go's compiler says on the programs of this folder: GO=path/to/go sh record.sh
cd "$(dirname "$0")" || exit 1
GO="${GO:-go}"
binary="$(mktemp)"
for program in *.go; do
  "$GO" build -gcflags='-m -l' -o "$binary" "$program" 2>&1 | grep -v '^#' | sed 's|^\./||' > "${program%.go}.lines"
done
rm -f "$binary"
