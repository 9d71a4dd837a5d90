# Needs Python 3.11 or newer and make. Every target does its own set-up, in .venv, once.
#
#   make run     a server, a drill played into it     make soak    the long tests
#   make test    lint and all tests but the long      make bench   measurements
#   make lint    ruff, mypy, the walls                make venv    the set-up alone

PYTHON ?= $(shell for p in python3.11 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/.ready

.PHONY: run test soak lint bench venv

run: venv
	@$(BIN)/yanlian demo --seed 7 --speed 60 --stay --port 8760 --out out/demo

test: lint
	@$(BIN)/python -m pytest -m "not soak"

soak: venv
	@$(BIN)/python -m pytest -m soak

lint: venv
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo

bench: venv
	@$(BIN)/yanlian bench

venv: $(READY)
	@:

$(READY): pyproject.toml constraints.txt
	@.ci/venv "$(PYTHON)"
	@touch $@
