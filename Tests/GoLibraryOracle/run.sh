#!/usr/bin/env bash
# Compares gomem's Go library with the real one: each program under programs/ is
# built twice by the real Go, once with its own packages and once with ours
# (imports renamed, intrinsics replaced by stand-ins/), and must print the same.
#
#   GO=/path/to/go Tests/GoLibraryOracle/run.sh [program...]
#
# Without Go there is nothing to compare with: it says so and succeeds.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
library=$here/../../Sources/GoLibrary/go
go=${GO:-$(command -v go || true)}
if [ -z "$go" ] || ! "$go" version >/dev/null 2>&1; then
  echo "skipped: no Go to compare with (set GO=/path/to/go)"
  exit 0
fi
work=${WORK:-$(mktemp -d)}
[ -n "${WORK:-}" ] || trap 'rm -rf "$work"' EXIT
export GO111MODULE=on GOFLAGS=-mod=mod GOWORK=off
mkdir -p "$work/ours" "$work/bin"
python3 "$here/rename.py" "$library" "$here/stand-ins" "$work/ours"
failed=0
for program in "${@:-$here/programs/}"; do
  for file in $(if [ -d "$program" ]; then ls "$program"/*.go; else echo "$program"; fi); do
    name=$(basename "$file" .go)
    mkdir -p "$work/ours/programs/$name" "$work/real/$name"
    cp "$file" "$work/real/$name/main.go"
    [ -f "$work/real/go.mod" ] || printf 'module real\n\ngo 1.23\n' >"$work/real/go.mod"
    python3 "$here/rename.py" --file "$library" "$file" "$work/ours/programs/$name/main.go"
    (cd "$work/real" && "$go" build -o "$work/bin/$name.real" "./$name")
    if ! (cd "$work/ours" && "$go" build -o "$work/bin/$name.ours" "./programs/$name"); then
      failed=1
      continue
    fi
    "$work/bin/$name.real" >"$work/$name.real.txt" 2>&1 || echo "exit $?" >>"$work/$name.real.txt"
    "$work/bin/$name.ours" >"$work/$name.ours.txt" 2>&1 || echo "exit $?" >>"$work/$name.ours.txt"
    if cmp -s "$work/$name.real.txt" "$work/$name.ours.txt"; then
      echo "same: $name ($(wc -l <"$work/$name.real.txt") lines)"
    else
      failed=1
      echo "DIFFERENT: $name ($(diff "$work/$name.real.txt" "$work/$name.ours.txt" | grep -c '^<') lines)"
      diff "$work/$name.real.txt" "$work/$name.ours.txt" | head -${SHOW:-20}
    fi
  done
done
exit $failed
