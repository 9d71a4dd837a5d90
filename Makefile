# Needs Python 3.11 or newer and make. Every target does its own set-up, in .venv, once.
#
#   make run     a server, a drill played into it     make soak    the long tests
#   make test    lint and all tests but the long      make bench   measurements
#   make lint    ruff, mypy, the walls, ESLint        make web     the front end alone
#   make venv    the set-up alone                     make screenshots   every screen, in both languages, to SHOTS
#   make matrix  every scenario, SEEDS seeds, three policies, in shards that go on where they were
#   make peers   the physics against other programs, in an environment of its own, .venv-peers

PYTHON ?= $(shell for p in python3.11 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/.ready
SHOTS ?= out/screenshots
SEEDS ?= 20
# All other tests run on all cores, a file a core; these have the machine to themselves.
BROWSERS := tests/web

.PHONY: run test soak matrix lint bench venv web screenshots browser peers

run: web
	@$(BIN)/yanlian demo --seed 7 --speed 60 --stay --port 8760 --out out/demo

test: lint browser
	@$(BIN)/python -m pytest -m "not soak" --numprocesses auto --dist loadfile --ignore=$(BROWSERS)
	@$(BIN)/python -m pytest -m "not soak" $(BROWSERS)

soak: web browser
	@$(BIN)/python -m pytest -m soak

matrix: venv
	@$(BIN)/python -m tests.scenarios.matrix --seeds $(SEEDS)

lint: web
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m clients.web.building check lint test

bench: web browser
	@$(BIN)/yanlian bench
	@$(BIN)/python -m tests.web.figures

web: venv
	@$(BIN)/python -m clients.web.building build

screenshots: web browser
	@YANLIAN_SCREENSHOTS=$(abspath $(SHOTS)) $(BIN)/python -m pytest tests/web
	@echo "$(SHOTS)"

# Programs to compare with; nothing that runs a drill imports them.
peers:
	@.ci/peers "$(PYTHON)"
	@.venv-peers/bin/python -m pytest --confcutdir tests/peers tests/peers

# Chromium for the tests of the web: where it can be had, else those tests say that they are skipped.
browser: venv
	@.ci/browser

venv: $(READY)
	@:

$(READY): pyproject.toml constraints.txt
	@.ci/venv "$(PYTHON)"
	@touch $@
