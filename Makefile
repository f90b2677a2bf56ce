# make meeting-2021-09   builds the package of a meeting; sets up what it needs the first time
# make verify-2021-09    tells whether that package is still as it was built
# make final-NAME        makes the file that is signed, of an adopted document such as final-aftale@2022
# make test              the whole test suite, with linters and type checks
# make build ARGS=NAME   makes the files of a document or a meeting
# make watch             shows everything in the browser, and again each time you save
# make check             looks for mistakes in everything
# make catalogue         the Danish wordings as gettext reads them, after an edit of kdnet.po
# make schemas           the shape of sources as editors read it, after an edit of the model or of kdnet.po
# make lock              writes the locked requirements anew (needs uv)

VENV := .venv
KDNET := $(VENV)/bin/kdnet
# The first Python that is new enough; PYTHON=... overrides it.
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11 python, \
	$(if $(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo yes),$(name))))
PIP := $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: help build watch check test lint catalogue schemas lock clean
.DEFAULT_GOAL := help
# What a recipe leaves half done is taken away.
.DELETE_ON_ERROR:

help: $(VENV)/run
	@$(KDNET) list

meeting-%: $(VENV)/run
	@$(KDNET) build $*

verify-%: $(VENV)/run
	@$(KDNET) build $* --verify

final-%: $(VENV)/run
	@$(KDNET) final $*

watch: $(VENV)/run
	@$(KDNET) watch $(ARGS)

build: $(VENV)/run
	@$(KDNET) build $(ARGS)

check: $(VENV)/run
	@$(KDNET) check $(ARGS)

test: $(VENV)/test lint
	@$(VENV)/bin/python -m pytest --numprocesses auto $(ARGS)

lint: $(VENV)/test
	@$(VENV)/bin/ruff check
	@$(VENV)/bin/ruff format --check
	@$(VENV)/bin/mypy

$(VENV)/run: requirements/run.txt pyproject.toml
	@$(call install,requirements/run.txt)

# The test requirements hold all of the run requirements, in the same versions.
$(VENV)/test: requirements/test.txt pyproject.toml
	@$(call install,requirements/test.txt)
	@touch $(VENV)/run

define install
	if [ -z "$(PYTHON)" ]; then echo "Python 3.11 eller nyere mangler / Python 3.11 or newer is needed"; exit 1; fi; \
	echo "Sætter op første gang; det tager et minut eller to / Setting up, once; this takes a minute or two"; \
	test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "På Debian og Ubuntu: apt install python3-venv / on Debian and Ubuntu: apt install python3-venv"; exit 1; }; \
	$(PIP) --requirement $(1) && \
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . && \
	touch $@
endef

catalogue: $(VENV)/run
	@$(VENV)/bin/pybabel compile --domain kdnet --directory kdnet_docs/locale

schemas: $(VENV)/run
	@for kind in contract status meeting; do $(KDNET) schema $$kind > .vscode/schemas/$$kind.json; done

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	  pyproject.toml requirements/build.in --output-file requirements/run.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	  --extra test --constraint requirements/run.txt pyproject.toml requirements/build.in --output-file requirements/test.txt

clean:
	rm -rf build $(VENV)
