# make up | preview | refresh | destroy [STACK=dev]     roll a stack out (dev: on the local sandbox)
# make sandbox                                          the sandbox in the foreground
# make test | test-fast | test-engine | lint | lock     for those who change the package
# make bench [ARGS="--services 25"]                      how long rollouts take (docs/performance.md)
# make campaign [ARGS="--phase create --jobs 2"]        every fault at every request (docs/campaign.md)
# make lives [ARGS="--minutes 30 --jobs 2"]             random lives of a program (docs/lives.md)

PYTHON ?= python3
STACK ?= dev
BIN := .venv/bin

# The dev stack talks to the sandbox on this machine: its passphrase is no secret.
ifeq ($(STACK),dev)
export PULUMI_CONFIG_PASSPHRASE ?= sandbox
SANDBOX := $(BIN)/python tools/sandbox_up.py
endif

.PHONY: up preview refresh destroy ready sandbox engine test test-fast test-engine campaign lives bench lint lock

up: ready
	tools/pulumi up --yes --stack $(STACK)
	tools/pulumi stack --show-ids --stack $(STACK)

preview: ready
	tools/pulumi preview --diff --stack $(STACK)

# A preview of a refresh reads everything, and the refresh reads it again.
refresh: ready
	tools/pulumi refresh --yes --skip-preview --stack $(STACK)

destroy: ready
	tools/pulumi destroy --yes --stack $(STACK)

# A stack is one that has a file of configuration: a misspelt one is not created.
ready: .venv/installed engine stacks/Pulumi.$(STACK).yaml
	@$(SANDBOX)
	@tools/pulumi stack select --create --stack $(STACK)

sandbox: .venv/installed
	$(BIN)/pulumi-livevox sandbox --port 8730 --data .sandbox

engine:
	@tools/engine/install.sh >/dev/null

test: test-fast test-engine

test-fast: .venv/installed
	$(BIN)/pytest -m "not engine"

test-engine: .venv/installed .venv-sdk-3.259/installed engine
	$(BIN)/pytest -m engine -n 2

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
	$(BIN)/lint-imports
	@! grep -nE '(https?|git)(:|\+)|file:|index-url|find-links' requirements.lock tools/sdk-3.259.lock

# What the package and its development need, for every platform and Python from 3.11; and, for the
# tests with the oldest SDK that is supported, the package's own needs with that SDK.
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock" --quiet
lock: .venv/installed
	$(LOCK) --group dev --output-file requirements.lock
	$(LOCK) --group build --constraint tools/sdk-3.259.txt --output-file tools/sdk-3.259.lock

.venv/installed: requirements.lock
.venv-sdk-3.259/installed: tools/sdk-3.259.lock
.venv/installed .venv-sdk-3.259/installed:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=...")'
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/pip install --quiet --require-hashes --requirement $<
	$(@D)/bin/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
