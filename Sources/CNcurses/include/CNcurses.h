#pragma once

// Curses with wide characters, and what Swift cannot import from it: macros, and signal handlers, which must not enter
// the Swift runtime.

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <locale.h>
#include <langinfo.h>
#include <ncurses.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// MARK: Cells

/// Fills in a cell of `count` characters (a base and at most four marks) with attributes and an extended colour pair.
void gomem_set_cell(cchar_t *cell, const wchar_t *text, int count, attr_t attributes, int pair);

int gomem_cell_width(wchar_t character);

int gomem_put_cells(int y, int x, const cchar_t *cells, int count);

void gomem_clear_next_refresh(void);

int gomem_init_pair(int pair, int ink, int ground);

attr_t gomem_bold(void);

attr_t gomem_dim(void);

attr_t gomem_italic(void);

attr_t gomem_underline(void);

attr_t gomem_reverse(void);

/// Whether the terminal's colour numbers are RGB values themselves (terminfo's RGB, as in xterm-direct).
bool gomem_direct_colour(void);

int gomem_colours(void);

int gomem_pairs(void);

void gomem_forget_modes(void);

/// Starts curses on the standard streams. Returns null where the terminal is not known.
SCREEN *gomem_start(void);

void gomem_erase(void);

void gomem_refresh(void);

// MARK: Keys

/// One key without waiting. Returns ERR, OK (a character in *key) or KEY_CODE_YES (a KEY_ code in *key).
int gomem_read_key(wint_t *key);

void gomem_watch_mouse(void);

/// 1 for a press, 4 and 5 for the wheel, 0 for anything else.
int gomem_read_mouse(int *x, int *y);

bool gomem_window_size(int *columns, int *rows);

void gomem_catch_crash(int number);

void gomem_termination_seen(void);

void gomem_catch_signal(int number, struct sigaction *previous);

void gomem_restore_signal(int number, const struct sigaction *previous);

/// Opens the pipe; both ends close on exec, and neither blocks. Returns the reading end, or -1.
int gomem_open_signal_pipe(void);

void gomem_close_signal_pipe(int reader);

/// Stops this process as Ctrl-Z would have without us; returns when it is continued.
void gomem_stop_process(void);
