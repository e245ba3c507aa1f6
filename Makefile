# gomem: build, play, test. `make play` and `make test` do all the set-up that they need; the second time they are quick.

SWIFT ?= swift
PREFIX ?= /usr/local
ARGS ?=
# The real Go toolchain, for `make fidelity` and for recording expectations; building and testing need none.
GO ?= go
BUILD := .build
# Colour or not is part of a compiler's command line: one choice, so that a pipe and a terminal share a build. Swift's libraries are
# linked in: looking them up at each start takes longer than gomem's own start.
RELEASE := $(SWIFT) build -c release --no-color-diagnostics --static-swift-stdlib
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: play test check bench screenshots install build setup format lint strict fidelity fuzz clean

play: build
	@$(BUILD)/release/gomem $(ARGS)

build: setup
	@$(RELEASE) --product gomem >&2

# Debian's packages: the ncurses headers and pkg-config. Everything else comes with the Swift toolchain.
setup:
	@if ! pkg-config --exists ncursesw 2>/dev/null; then \
	  echo "installing libncurses-dev and pkg-config"; \
	  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libncurses-dev pkg-config; \
	fi

# tmux drives the program itself, keys in, screen out.
test-setup: setup
	@if ! command -v tmux >/dev/null; then \
	  echo "installing tmux"; \
	  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq tmux; \
	fi
.PHONY: test-setup

test: test-setup
	$(SWIFT) test

# One build for all of it: the flags of `strict` hold for the tests as well.
check: test-setup lint strict
	GOMEM_STRICT=1 $(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Benchmarks Package.swift

format:
	$(SWIFT) format --in-place --recursive Sources Tests Benchmarks Package.swift

# Warnings in our own targets are errors; imports follow the arrows of Package.swift.
strict: setup
	GOMEM_STRICT=1 $(SWIFT) build --build-tests --explicit-target-dependency-import-check error

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/gomem
	install -m 755 $(BUILD)/release/gomem $(DESTDIR)$(PREFIX)/bin/gomem
	rm -rf $(DESTDIR)$(PREFIX)/share/gomem/facts
	cp -R Sources/GoLibrary/facts $(DESTDIR)$(PREFIX)/share/gomem/facts
	rm -rf $(DESTDIR)$(PREFIX)/share/gomem/go $(DESTDIR)$(PREFIX)/share/gomem/Scenes
	cp -R Sources/GoLibrary/go $(DESTDIR)$(PREFIX)/share/gomem/go
	cp -R Scenes $(DESTDIR)$(PREFIX)/share/gomem/Scenes

clean:
	rm -rf $(BUILD)

# Ratios measured side by side in one run; see Benchmarks/main.swift. Peers are used where they are installed.
bench: setup
	@$(RELEASE) --product gomem && $(RELEASE) --product Benchmarks
	@$(BUILD)/release/Benchmarks $(ARGS)

# One picture per scene and size, looked at before it is committed.
screenshots: build
	@Tools/screenshots.sh

# How far programs agree with real Go, chapter by chapter, and what differs: GO=/path/to/go; without it, its recorded answers stand.
fidelity: setup
	$(SWIFT) build --product gomem
	GOMEM=$(CURDIR)/$(BUILD)/debug/gomem $(if $(shell command -v $(GO)),GO=$(GO)) Tests/EndToEnd/fidelity.py $(ARGS)
	GOMEM=$(CURDIR)/$(BUILD)/debug/gomem $(if $(shell command -v $(GO)),GO=$(shell command -v $(GO))) Tests/EndToEnd/escapes.py
	GOMEM=$(CURDIR)/$(BUILD)/debug/gomem $(if $(shell command -v $(GO)),GO=$(GO)) Tests/GoLibraryOracle/compare.py

# COUNT mutated programs, from seed SEED on, through parser and checker; each 10,000 in a process of their own. Of a piece
# that ends badly, GOMEM_FUZZ_SHOW=1 tells the seed; its program belongs into Tests/Recorded/Errors then.
COUNT ?= 1000000
SEED ?= 1
fuzz: setup
	$(SWIFT) build --build-tests
	@for first in $$(seq $(SEED) 10000 $$(($(SEED) + $(COUNT) - 1))); do \
	  echo "seeds $$first to $$((first + 9999))"; \
	  GOMEM_FUZZ=10000 GOMEM_FUZZ_SEED=$$first $(SWIFT) test --skip-build --filter CheckerFuzzTests > $(BUILD)/fuzz.log 2>&1 \
	    || { tail -20 $(BUILD)/fuzz.log; exit 1; }; \
	done
