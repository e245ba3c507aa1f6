/// # Insight: what a person wants to know of a machine
///
/// The machine knows bytes, program counters and type numbers. A learner asks: what is in this frame? who points at
/// this block? why is it alive? what just happened? This target answers, in two forms:
///
/// ```
///   Machine ──▶ Stage     pictures: frames with named slots and values, blocks with shades, arrows    ──▶ Views
///   events  ──▶ Message   sentences by way of one catalogue, so that another language can follow     ──▶ Views
/// ```
///
/// Invariants: everything is derived from the machine's memory and the program's tables at one tick; nothing here
/// changes the machine. Pictures are plain values in terms that a view can draw without asking back. Whatever could be
/// as large as the guest's heap is taken in windows, so the cost of a picture follows the size of the screen.

import Machine
import MachineCode
import SourceText
import Timeline
