/// # App: what does a key do?
///
/// A `Model` is where the person is: focus, scrolling, popups, breakpoints. `update` takes an event (a key, a click, a new
/// size) and changes it; what needs the world outside (a file, the end of the program) comes out as an `Effect`. The program
/// itself is in a `Workspace`, the one thing here with an identity: a timeline and an inspector on it.
///
/// ```
///   key ──KeyMap──▶ Action ──update──▶ Model ──screen──▶ ScreenState ──Screen.render──▶ Canvas
///                              │  ▲
///                        motion▼  │stage, happened
///                           Workspace: Timeline + Inspector
/// ```
///
/// `Player` puts them together for whoever has the terminal, the clock and the files; without a terminal (`snapshot`,
/// `record`) it is driven by `press`.
///
/// Invariants: the model never waits: long work calls back every few milliseconds with a screen to show, and stops when the
/// callback says so; then the cursor is where it was. Time comes in as an event, never from a clock. Only decisions (collect
/// now) change the program's future; looking never does.

import Canvas
import Insight
import SceneKit
import Timeline
import Views
