/// # App: what does a key do?
///
/// A `Model` is where the person is: focus, scrolling, popups, breakpoints. `update` takes an event (a key, a click, a
/// new size) and changes it; what needs the world outside (a file, the end of the program) comes out as an `Effect`.
/// The program itself is in a `Workspace`, the one thing here with an identity: a timeline and an inspector on it.
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
/// How a driver uses it:
///
/// ```
///   var model = Model(Workspace(compilation, ...), words: English(), size: size)
///   model.begin()                                  // to the learner's first statement
///   let player = Player(model)                     // player.canvas is the first screen
///   player.pulse = { screen in ... }               // called from long work: show screen(), false cancels
///   loop: key, click, size ─▶ for effect in player.handle(event) { ... }; show player.canvas
///         while player.isPlaying ─▶ player.handle(.time(seconds))
///         nothing to do ─▶ player.idle { no key waits }     // runs ahead; false: the whole program is known
/// ```
///
/// Effects are what only the driver can do: write a session (answer `.saved` or `.failed`), change the theme, suspend,
/// repaint, quit.
///
/// Invariants: the model never waits: long work calls back every few milliseconds with a screen to show, and stops when
/// the callback says so; then the cursor is where it was. Time comes in as an event, never from a clock. Only decisions
/// (collect now) change the program's future; looking never does.

import Canvas
import Insight
import SceneKit
import Timeline
import Views
