// The part of the driver that has to be C: thin wraps around curses, and the signal handlers.

#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

// From term.h, whose macros (columns, lines, ...) would take words away from everybody.
extern int tigetflag(const char *capability);
extern char *tigetstr(const char *capability);

// MARK: Cells

// Fills in a cell of `count` characters (a base and at most four marks) with attributes and an extended colour pair.
void gomem_set_cell(
    cchar_t *cell, const wchar_t *text, int count, attr_t attributes, int pair) {
  wchar_t copy[CCHARW_MAX + 1];
  int i = 0;
  for (; i < count && i < CCHARW_MAX; i++) copy[i] = text[i];
  copy[i] = 0;
  setcchar(cell, copy, attributes, 0, &pair);
}

// Cells that the C library, and so curses, thinks a character takes: -1 where it does not know it.
extern int wcwidth(wchar_t character);
int gomem_cell_width(wchar_t character) { return wcwidth(character); }

int gomem_put_cells(int y, int x, const cchar_t *cells, int count) {
  return mvwadd_wchnstr(stdscr, y, x, cells, count);
}

void gomem_clear_next_refresh(void) { clearok(curscr, TRUE); }
int gomem_init_pair(int pair, int ink, int ground) { return init_extended_pair(pair, ink, ground); }

attr_t gomem_bold(void) { return WA_BOLD; }
attr_t gomem_dim(void) { return WA_DIM; }
attr_t gomem_italic(void) { return WA_ITALIC; }
attr_t gomem_underline(void) { return WA_UNDERLINE; }
attr_t gomem_reverse(void) { return WA_REVERSE; }

// Whether the terminal's colour numbers are RGB values themselves (terminfo's RGB, as in xterm-direct).
bool gomem_direct_colour(void) { return tigetflag("RGB") > 0 && COLORS >= (1 << 24); }

int gomem_colours(void) { return COLORS; }
int gomem_pairs(void) { return COLOR_PAIRS; }

// MARK: The screen

// What puts the terminal back without curses, which may not be called from a handler: its modes, and the sequences
// that leave the alternate screen, show the cursor and reset colours, prepared when the screen was entered.
static struct termios gomem_saved_modes;
static volatile sig_atomic_t gomem_modes_saved = 0;
static char gomem_farewell[512];

static void gomem_restore_terminal_in_emergency(void) {
  if (!gomem_modes_saved) return;
  gomem_modes_saved = 0;
  ssize_t written = write(STDOUT_FILENO, gomem_farewell, strlen(gomem_farewell));
  (void)written;
  tcsetattr(STDIN_FILENO, TCSANOW, &gomem_saved_modes);
}

static void gomem_save_modes(const struct termios *modes) {
  if (modes == NULL) return;
  gomem_saved_modes = *modes;
  gomem_modes_saved = 1;
}

void gomem_forget_modes(void) { gomem_modes_saved = 0; }
static int gomem_append(int used, const char *capability) {
  const char *text = tigetstr(capability);
  if (text == NULL || text == (const char *)-1) return used;
  size_t length = strlen(text);
  if (used + length >= 500) return used;
  memcpy(gomem_farewell + used, text, length + 1);
  return used + (int)length;
}

// Starts curses on the standard streams. Returns null where the terminal is not known.
SCREEN *gomem_start(void) {
  struct termios modes;
  bool known = tcgetattr(STDIN_FILENO, &modes) == 0;
  SCREEN *screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) return NULL;
  int used = 0;
  used = gomem_append(used, "sgr0");
  used = gomem_append(used, "oc");
  used = gomem_append(used, "op");
  used = gomem_append(used, "rmkx");
  used = gomem_append(used, "cnorm");
  used = gomem_append(used, "rmcup");
  gomem_save_modes(known ? &modes : NULL);
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  leaveok(stdscr, TRUE);
  set_escdelay(25);
  curs_set(0);
  return screen;
}

void gomem_erase(void) { werase(stdscr); }
void gomem_refresh(void) { wrefresh(stdscr); }

// MARK: Keys

// One key without waiting. Returns ERR, OK (a character in *key) or KEY_CODE_YES (a KEY_ code in *key).
int gomem_read_key(wint_t *key) { return wget_wch(stdscr, key); }

void gomem_watch_mouse(void) {
  mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
  mouseinterval(0);
}

// 1 for a press, 4 and 5 for the wheel, 0 for anything else.
int gomem_read_mouse(int *x, int *y) {
  MEVENT event;
  if (getmouse(&event) != OK) return 0;
  *x = event.x;
  *y = event.y;
  if (event.bstate & BUTTON1_PRESSED) return 1;
  if (event.bstate & BUTTON4_PRESSED) return 4;
  if (event.bstate & BUTTON5_PRESSED) return 5;
  return 0;
}

bool gomem_window_size(int *columns, int *rows) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

// MARK: Signals

// The number of each signal goes down a pipe, to be read beside the keys.
static volatile sig_atomic_t gomem_signal_writer = -1;
static volatile sig_atomic_t gomem_termination_pending = 0;

static void gomem_on_signal(int number) {
  int saved = errno;
  if (number == SIGINT || number == SIGTERM || number == SIGHUP) {
    // Asked a second time while nobody has answered the first: go now.
    if (gomem_termination_pending) {
      gomem_restore_terminal_in_emergency();
      _exit(128 + number);
    }
    gomem_termination_pending = 1;
  }
  unsigned char byte = (unsigned char)number;
  int fd = gomem_signal_writer;
  if (fd >= 0) {
    ssize_t written = write(fd, &byte, 1);
    (void)written;
  }
  errno = saved;
}

// For a fault of our own: the terminal first, then the fault takes its course.
static void gomem_on_crash(int number) {
  gomem_restore_terminal_in_emergency();
  signal(number, SIG_DFL);
  raise(number);
}

void gomem_catch_crash(int number) { signal(number, gomem_on_crash); }
void gomem_termination_seen(void) { gomem_termination_pending = 0; }

void gomem_catch_signal(int number, struct sigaction *previous) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = gomem_on_signal;
  sigemptyset(&action.sa_mask);
  // No SA_RESTART: poll must return at once.
  sigaction(number, &action, previous);
  // Whoever started us may have had it blocked, and blocked signals are inherited.
  sigset_t ours;
  sigemptyset(&ours);
  sigaddset(&ours, number);
  sigprocmask(SIG_UNBLOCK, &ours, NULL);
}

void gomem_restore_signal(int number, const struct sigaction *previous) {
  sigaction(number, previous, NULL);
}

// Opens the pipe; both ends close on exec, and neither blocks. Returns the reading end, or -1.
int gomem_open_signal_pipe(void) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  gomem_signal_writer = ends[1];
  return ends[0];
}

void gomem_close_signal_pipe(int reader) {
  int writer = gomem_signal_writer;
  gomem_signal_writer = -1;
  if (writer >= 0) close(writer);
  if (reader >= 0) close(reader);
}

// Stops this process as Ctrl-Z would have without us; returns when it is continued.
void gomem_stop_process(void) {
  struct sigaction standard, ours;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &ours);
  kill(0, SIGTSTP);  // the whole group, so that a shell behind `make` sees the job stop
  sigaction(SIGTSTP, &ours, NULL);
}
