/// # SceneKit: programs that tell a story
///
/// A scene is an ordinary Go file whose `//gomem:` comments give it a title, settings, narration and questions; the real toolchain
/// builds and runs it all the same. A session is a saved run: the program's own text, the settings, the decisions that a
/// person made, and where they stood. This target reads and checks both, and turns Go files into machine programs.
///
/// ```
///   .go ──Compilation──▶ Program + diagnostics
///    └─ comments ──SceneScript──▶ title, options, cues bound to statements
///   .gomem ◀──Session──▶ version, sources, options, decisions, position, bookmarks, notes, digests
/// ```
///
/// Invariants: an unknown directive or option is an error with its position; a session holds no path of the machine it was
/// made on; what cannot be verified is refused with a message that says what is wrong.

import GoSyntax
import MachineCode
import SourceText
