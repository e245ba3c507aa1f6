/// # Views: what does the person see?
///
/// One pure function draws everything: `Screen.render(state, size)` turns a `ScreenState` into a `Canvas` and a
/// `ScreenMap`, which tells what came to lie where. The state is plain values: a `Stage` (what the machine looks like),
/// sentences, and where the person is (focus, scrolling, an open popup).
///
/// ```
///   ┌ title bar: scene · goroutine · tick · collector · heap ─────────┐
///   │ source          │ stack            │ heap                       │   panes share their edges;
///   │                 │ package variables│   cards, arrows into them  │   arrows are drawn last, over all
///   ├ what happened ──┴──────────┬ output ─┴──────────────────────────┤
///   ├ timeline ──────────────────┴────────────────────────────────────┤
///   └ keys, or a prompt, or progress ─────────────────────────────────┘
/// ```
///
/// Smaller screens show fewer panes at once, the others as tabs (`ScreenLayout`). Invariants: views cannot step the
/// machine, read a file or know the time; they draw in Unicode and name roles, never colours; every text that a person
/// reads comes from the catalogue; nothing is told by colour alone.

import Canvas
import GoSyntax
import Insight
import Machine
import MachineCode
import SourceText
