#!/usr/bin/env bash
# Draws every scene at a telling moment: screenshots/<scene>-<size>.svg, and PNG for the README where rsvg-convert is.
set -euo pipefail
cd "$(dirname "$0")/.."
gomem=${GOMEM:-.build/release/gomem}

# scene: the keys that lead to the moment
moments='
frames: c c c right
overflow: c c c c c c
down: c right right
up: c c c
blocks: c c c right right right
append: c c c
growth: 7*c 9*right
colours: 6*c 7*right
liveness: c c c
substring: c c c c
substring-fixed: c c c c
subslice: c c c
subslice-fixed: c c c c
lost-pointers: c c c c
lost-pointers-fixed: c c c c
deferred: c c c c c c c c c
deferred-fixed: c c c c c c c c c
padding: c c right right
own-stack: 5*c
counter-race: 5*c
counter-lock: 5*c
unbuffered: 5*c
buffered: 7*c
select: 7*c
goroutine: End
goroutine-fixed: End
ticker-before: 5*c
ticker-since: 5*c
ticker-stopped: 5*c
finalizer-cycle: 5*c
finalizer-fixed: 5*c
'
while IFS=: read -r scene keys; do
  [ -n "$scene" ] || continue
  for size in 120x40 80x24; do
    "$gomem" snapshot "$scene" --keys "$keys" --size "$size" --format svg -o "screenshots/$scene-$size.svg"
  done
  echo "$scene"
done <<<"$moments"

if command -v rsvg-convert >/dev/null; then
  for scene in frames growth colours substring; do
    rsvg-convert "screenshots/$scene-120x40.svg" -o "screenshots/$scene.png"
  done
else
  echo "rsvg-convert is not installed: the PNG files stay as they are (apt-get install librsvg2-bin)"
fi
