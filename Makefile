# Rangkae: `make run` to try it, `make test` before every commit.
SHELL := /bin/sh
PYTHON := .venv/bin/python
STEP := tools/step
PIP := $(PYTHON) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard translations/*/LC_MESSAGES/messages.po))
WORKERS ?= 2
# Set, so that what another project left in the environment can not change what is installed or run.
export PYTHONPATH :=
export PYTHONDONTWRITEBYTECODE :=

.PHONY: check-code check-format check-types check-imports check-templates readme screenshots run test check bench prove translations lock clean
.DELETE_ON_ERROR:

run: .venv/run.stamp $(CATALOGUES)
	@RANGKAE_DEMO=1 exec $(PYTHON) app.py

test: check for-tests $(CATALOGUES)
	@echo "› tests"
	@$(PYTHON) -m pytest -n $(WORKERS) --dist loadgroup

# Each by itself, so that `make --keep-going check` tells all faults at once.
check: check-code check-format check-types check-imports check-templates
check-code: .venv/test.stamp
	@$(STEP) "ruff" .venv/bin/ruff check .
check-format: .venv/test.stamp
	@$(STEP) "ruff format" .venv/bin/ruff format --check .
check-types: .venv/test.stamp
	@$(STEP) "mypy" .venv/bin/mypy
check-imports: .venv/test.stamp
	@$(STEP) "import-linter" .venv/bin/lint-imports
check-templates: .venv/test.stamp
	@$(STEP) "djlint" .venv/bin/djlint templates --lint --quiet

bench: .venv/test.stamp .venv/bench.stamp $(CATALOGUES) for-tests
	@$(PYTHON) -m bench

# WeasyPrint is only measured beside our own papers: it stands apart, so that nothing else can come to need it.
.venv/bench.stamp: requirements/bench.txt .venv/test.stamp
	@$(STEP) "WeasyPrint" $(PIP) --upgrade --target .venv/bench -r requirements/bench.txt
	@touch $@

# The long proofs: about fifteen minutes. LibreOffice decides on tracked changes in those of the documents.
prove: .venv/test.stamp
	@$(STEP) "LibreOffice" tools/for-proofs
	@$(PYTHON) -m tests.documents.prove
	@$(PYTHON) -m tests.law.prove --cases 20000 --damages 20000

.PHONY: for-tests
for-tests:
	@$(STEP) "Chromium, poppler" tools/for-tests

.venv/bin/python:
	@$(STEP) "สภาพแวดล้อมของ Python / environment" tools/environment

.venv/run.stamp: requirements/run.txt | .venv/bin/python
	@$(STEP) "ติดตั้งไลบรารี / libraries" $(PIP) -r requirements/run.txt
	@touch $@

.venv/test.stamp: requirements/test.txt .venv/run.stamp
	@$(STEP) "ติดตั้งเครื่องมือทดสอบ / test tools" $(PIP) -r requirements/test.txt
	@touch $@

%.mo: %.po .venv/run.stamp
	@$(STEP) "คำแปล / translations" .venv/bin/pybabel compile --input-file $< --output-file $@

# Reads every Thai sentence out of the code and the templates into translations/en; then translate the new ones.
translations: .venv/run.stamp
	@$(PYTHON) tools/translations

# After a change of requirements/*.in. Addresses of registries stay out of what is committed.
lock: .venv/test.stamp
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check pip-tools
	@for set in run test bench; do \
	  (cd requirements && $(CURDIR)/.venv/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file $$set.txt $$set.in) || exit 1; done

# After a change of the workflow.
readme: .venv/run.stamp
	@$(PYTHON) tools/readme.py

# After a change of the pages: the pictures in docs/images.
screenshots: .venv/test.stamp $(CATALOGUES) for-tests
	@$(PYTHON) tools/screenshots.py

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache $(CATALOGUES)
