# Every command of the project. Bare `make` lists them; GNU make 3.81, as macOS ships it, is enough.

CORPUS ?= seeds
OUT ?= reports
EVAL ?= ../shared/eval
MINUTES ?= 10
# Handed to the recipes by the environment, so that a folder's name may hold spaces and quotes.
export CORPUS OUT START END BY PAPER GLYPHS PYTHON EVAL MINUTES

# On a Mac, Python looks for pango where Homebrew puts it only when told. It has to stand before the command itself:
# the shell that runs a recipe does not pass it on.
ifeq ($(shell uname -s),Darwin)
RUN := DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib:/usr/lib .venv/bin/python
else
RUN := .venv/bin/python
endif

.PHONY: help setup report test bench lab preview check-style dictionary validators fuzz audit lock clean

help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

report: .venv/compiled  ## the report: CORPUS=seeds OUT=reports, and if wanted START=2018 END=2025 BY=spoken COUNTRY="KAZ UZB" TOPIC=energy PAPER=letter GLYPHS=stop
	@$(RUN) -m analysis report "$$CORPUS" --out "$$OUT" $(if $(START),--start "$$START") $(if $(END),--end "$$END") \
	  $(if $(PAPER),--paper "$$PAPER") $(if $(GLYPHS),--missing-glyphs "$$GLYPHS") $(if $(BY),--by "$$BY") $(foreach country,$(COUNTRY),--country $(country)) $(foreach topic,$(TOPIC),--topic $(topic)) || \
	if [ $$? -eq 1 ]; then echo "warning: the report is made, but see the lines above" >&2; else exit 2; fi

test: .venv/compiled .venv/pango  ## the whole test suite; ARGS="-k figures" goes to pytest
	@$(RUN) -m pytest -n logical --dist loadfile $(ARGS)

bench: .venv/compiled .venv-bench/installed  ## speed of the report beside other routes, scores and speed beside other readers; EVAL=folder of labelled articles and sentences
	@$(RUN) tests/bench/report_speed.py
	@[ ! -d "$$EVAL/open/html" ] || $(RUN) tests/bench/page_words.py "$$EVAL/open/html"
	@$(RUN) tests/bench/bench.py --eval "$$EVAL" --out reports/bench.png

preview: .venv/compiled  ## the pictures in README.md, of the report in OUT=reports
	@$(RUN) tests/publication/preview.py "$$OUT"

lab: .venv/compiled  ## JupyterLab in notebooks/
	@$(RUN) -m jupyterlab notebooks $(if $(filter 0,$(shell id -u)),--allow-root)

check-style: .venv/compiled  ## ruff and mypy
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check
	@$(RUN) -m mypy --strict analysis

dictionary: .venv/compiled  ## analysis/tables.md: every table and column, from analysis/tables.py
	@$(RUN) -m analysis.tables > analysis/tables.md.new && mv analysis/tables.md.new analysis/tables.md

setup: .venv/compiled .venv/pango  ## .venv with all packages; the other commands do it by themselves

validators: tests/publication/node_modules/.package-lock.json  ## what the tests look at web pages with; needs npm

fuzz: .venv/compiled .venv-fuzz/installed  ## made-up and damaged files, texts and studies for MINUTES=10: what stops or slows the program
	@$(RUN) tests/fuzz/fuzz.py --minutes "$$MINUTES" $(ARGS)

audit: .venv-audit/installed  ## what is publicly known to be unsafe in the packages of requirements.lock (needs the web)
	@$(RUN) tests/audit.py .venv-audit/bin/pip-audit

lock:  ## requirements.lock anew: the newest releases that pyproject.toml allows (needs the web)
	@uv=$$(command -v uv) || { venv=$$(mktemp -d) && trap 'rm -rf "$$venv"' EXIT && "$${PYTHON:-python3}" -m venv "$$venv" && \
	  "$$venv/bin/pip" install -qq uv && uv="$$venv/bin/uv"; }; \
	sed -n 's/^requires = \["\(.*\)"\]/\1/p' pyproject.toml | "$$uv" pip compile -q --upgrade --universal --python-version 3.11 \
	  --extra test --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" -o requirements.lock pyproject.toml -

clean:  ## delete all that was generated; .venv stays
	@find reports -mindepth 1 -maxdepth 1 ! -name .gitkeep ! -name 'preview*.png' -exec rm -rf {} +
	@rm -rf .cache build .venv-audit .venv-bench .venv-fuzz .hypothesis .mypy_cache .pytest_cache .ruff_cache

# What follows sets up .venv. Each file is touched last, so that an interrupted step is done again.
.venv/locked: requirements.lock
	@echo "Setting up .venv, once; this takes a minute or two"
	@rm -rf .venv
	@if command -v uv >/dev/null; then uv venv -q --seed --python "$${PYTHON:->=3.11}" .venv; \
	  else "$${PYTHON:-python3}" -m venv .venv; fi
	@.venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is \
	%d.%d; choose another: make PYTHON=python3.12 setup" % sys.version_info[:2])'
	@if command -v uv >/dev/null; then uv pip install -q --python .venv/bin/python --compile-bytecode --require-hashes -r $<; \
	  else .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r $<; fi
	@touch $@

.venv/installed: .venv/locked pyproject.toml
	@.venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# By hand, since Python itself would not where PYTHONDONTWRITEBYTECODE is set.
.venv/compiled: .venv/installed $(shell find analysis -name '*.py')
	@.venv/bin/python -m compileall -q analysis
	@touch $@

# Made only where pango is found: where it is not, setting up and testing say how to install it, as every report does itself.
.venv/pango: .venv/installed
	@if $(RUN) -W error::DeprecationWarning:weasyprint.text.ffi -c 'import weasyprint' >/dev/null 2>&1; then touch $@; \
	  else $(RUN) -c 'from analysis.report.pdf import PANGO_MISSING; print(PANGO_MISSING)' >&2; fi

tests/publication/node_modules/.package-lock.json: tests/publication/package-lock.json
	@cd tests/publication && npm ci --silent --no-audit --no-fund && touch node_modules/.package-lock.json

# The readers of amounts that `make bench` compares with. One that cannot be installed leaves a line that says why.
.venv-bench/installed: .venv/locked Makefile
	@echo "Setting up .venv-bench, once; this takes a minute"
	@rm -rf .venv-bench && .venv/bin/python -m venv .venv-bench
	@peer() { .venv-bench/bin/python -m pip install -qq --disable-pip-version-check "$$@" 2> .venv-bench/log || \
	  { tail -n 1 .venv-bench/log > ".venv-bench/$$name.log"; touch .venv-bench/missing; }; }; \
	name=quantulum3; peer 'quantulum3[classifier]' scikit-learn==1.8.0; name=duckling; peer pyduckling-native-phihos
	@[ -e .venv-bench/missing ] || touch $@

# Fuzzing finds more where atheris follows which lines ran; it is not made for every system and Python.
.venv-fuzz/installed: .venv/locked Makefile
	@rm -rf .venv-fuzz && mkdir .venv-fuzz
	@if .venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps --only-binary :all: --target .venv-fuzz atheris==3.0.0 \
	  2> .venv-fuzz/log; then touch $@; else echo "atheris cannot be installed: $$(tail -n 1 .venv-fuzz/log)" >&2; fi

.venv-audit/installed: .venv/locked Makefile
	@rm -rf .venv-audit && .venv/bin/python -m venv .venv-audit
	@.venv-audit/bin/python -m pip install -qq --disable-pip-version-check pip-audit==2.10.1 2> .venv-audit/log || \
	  { echo "Nothing was checked: pip-audit cannot be installed ($$(tail -n 1 .venv-audit/log))" >&2; exit 2; }
	@touch $@
