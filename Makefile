# make up | preview | drift | refresh | destroy [STACK=dev] [PORT=...] [LARGE=1]
#                                                       roll a stack out (dev: on the local sandbox);
#                                                       LARGE=1: a large one (docs/large-rollouts.md)
# make example | example-away NAME=night_line [PORT=...]
#                                                       roll one of examples/ out on the local sandbox, or away
# make sandbox [PORT=...]                               the sandbox in the foreground
# make test | test-fast | test-lowest | test-engine | test-browser | lint | lock
#                                                       for those who change the package
# make docs-pictures                                    the pictures of the docs, drawn anew
# make bench [ARGS="--services 25" | ARGS=--large]        how long rollouts take (docs/performance.md)
# make campaign [ARGS="--phase create --jobs 2"]        every fault at every request (docs/campaign.md)
# make lives [ARGS="--minutes 30 --jobs 2"]             random lives of a program (docs/lives.md)

PYTHON ?= python3
STACK ?= dev
BIN := .venv/bin
STACKS := $(sort $(patsubst stacks/Pulumi.%.yaml,%,$(wildcard stacks/Pulumi.*.yaml)))
ON = --stack $(STACK)
SELECT := --no-select

# Where no port is told, it knows which. A PORT of the environment may mean something else.
SANDBOX := $(BIN)/python tools/sandbox_up.py $(if $(filter command,$(origin PORT)),'$(PORT)')

# The dev stack talks to the sandbox on this machine: its passphrase is no secret, and nothing that
# is done to it needs a question.
ifeq ($(STACK),dev)
export PULUMI_CONFIG_PASSPHRASE ?= sandbox
BESIDE := $(SANDBOX)
YES := --yes
SELECT :=
# Written by tools/sandbox_up.py where the sandbox is not at the port of the dev stack's own file.
CONFIGURED := .sandbox/Pulumi.dev.yaml
ON += $(shell test -e $(CONFIGURED) && echo --config-file $(CONFIGURED))
endif

# The engine writes the state once, at the end of a run. A LARGE of the environment may mean something else.
ifeq ($(origin LARGE),command line)
ifneq ($(LARGE),1)
$(error LARGE was "$(LARGE)"; it may be 1, or be left out)
endif
up preview drift refresh destroy: export PULUMI_EXPERIMENTAL = 1
up preview drift refresh destroy: export PULUMI_SKIP_CHECKPOINTS = 1
endif

.PHONY: up preview drift refresh destroy ready example example-away example-ready sandbox engine test test-fast test-lowest test-engine test-browser docs-pictures campaign lives bench lint lock

up: ready
	tools/pulumi up $(ON) $(YES)
	tools/pulumi stack --show-ids --stack $(STACK)

preview: ready
	tools/pulumi preview --diff $(ON)

drift: ready
	tools/pulumi preview --refresh --diff $(ON)

# A preview of a refresh reads everything, and the refresh reads it again.
refresh: ready
	tools/pulumi refresh --yes --skip-preview $(ON)

destroy: ready
	tools/pulumi destroy $(ON) $(YES)

# A stack is one that has a file of configuration: a misspelt one is not created. Which one is
# selected stays as it is; a new dev is.
ready: stacks/Pulumi.$(STACK).yaml .venv/installed engine
	@$(BESIDE)
	@tools/pulumi stack --show-name --non-interactive --stack $(STACK) >/dev/null 2>&1 || \
		tools/pulumi stack init $(SELECT) --stack $(STACK)

stacks/Pulumi.%.yaml:
	@echo 'STACK was "$*"; it may be one of these, or one that is new ("tools/pulumi stack init"): $(STACKS)' >&2; exit 1

# An example is a project of its own, on the sandbox of the dev stack.
EXAMPLES := $(notdir $(patsubst %/,%,$(dir $(wildcard examples/*/Pulumi.yaml))))
EXAMPLE := examples/$(NAME)
example example-away: export PULUMI_CONFIG_PASSPHRASE = sandbox
AT = --cwd $(EXAMPLE) --stack dev --config-file $(CURDIR)/.sandbox/Pulumi.$(NAME).yaml

example: example-ready
	tools/pulumi preview $(AT)
	tools/pulumi up --yes --skip-preview $(AT)

example-away: example-ready
	tools/pulumi destroy --yes $(AT)

# tools/sandbox_up.py writes the file that AT names: the sandbox need not be at the port of the example's.
example-ready: .venv/installed engine
	@test -n '$(filter $(NAME),$(EXAMPLES))' || \
		{ echo 'NAME was "$(NAME)"; it may be one of these: $(EXAMPLES)' >&2; exit 1; }
	@$(SANDBOX) --example $(EXAMPLE)
	@tools/pulumi stack --cwd $(EXAMPLE) --show-name --non-interactive --stack dev >/dev/null 2>&1 || \
		tools/pulumi stack init --cwd $(EXAMPLE) --stack dev

sandbox: .venv/installed
	@$(SANDBOX) --foreground

engine:
	@tools/engine/install.sh >/dev/null

test: test-fast test-lowest test-engine

test-fast: .venv/installed
	$(BIN)/pytest -m "not engine and not browser"

# With the lowest versions that pyproject.toml allows; some tests of the engine run with them as well.
test-lowest: .venv-lowest/installed
	.venv-lowest/bin/pytest -n 2 --hypothesis-profile ci tests/wire tests/hours tests/client tests/declaring \
		tests/lifecycle tests/sandbox/test_running.py

test-engine: .venv/installed .venv-lowest/installed engine
	$(BIN)/pytest -m engine -n 2

# CHROMIUM names a browser that is not on the PATH.
test-browser: .venv/installed
	@$(BIN)/python tools/browser.py
	$(BIN)/pytest -m browser -n 2

docs-pictures: .venv/installed
	@$(BIN)/python tools/browser.py
	$(BIN)/python -m tools.docs_pictures

campaign: .venv/installed engine
	@$(BIN)/python -m tests.campaign $(ARGS)

lives: .venv/installed engine
	@$(BIN)/python -m tests.lives $(ARGS)

bench: .venv/installed
	@$(BIN)/python -m benchmarks $(ARGS)

lint: .venv/installed
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	@for each in $(EXAMPLES); do MYPYPATH=examples/$$each $(BIN)/mypy examples/$$each || exit; done
	$(BIN)/lint-imports
	@! grep -nE '(https?|git)(:|\+)|file:|index-url|find-links' requirements.lock tools/lowest.lock

# What the package with its extras and its development need, for every platform and Python from 3.11;
# and, for the tests with them, the lowest versions of what the package names.
LOCK := $(BIN)/uv pip compile pyproject.toml --extra holidays --extra pictures --extra sandbox --universal --python-version 3.11 \
	--custom-compile-command "make lock" --quiet
lock: .venv/installed
	$(LOCK) --generate-hashes --group dev --output-file requirements.lock
	$(LOCK) --no-deps --resolution lowest-direct | \
		$(LOCK) --generate-hashes --group test --constraint - --output-file tools/lowest.lock

.venv/installed: requirements.lock
.venv-lowest/installed: tools/lowest.lock
.venv/installed .venv-lowest/installed:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=...")'
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/pip install --quiet --require-hashes --requirement $<
	$(@D)/bin/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
