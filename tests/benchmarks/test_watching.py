"""What the processes of a command take is told apart by what they are."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from benchmarks.watching import Watch
from tests.rig.processes import PROVIDER

BUSY = "import time\nwhile time.process_time() < 0.6: pass\nprint(flush=True)\ninput()"
ENGINE = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {BUSY!r}, {PROVIDER!r}])"


@pytest.fixture
def engine() -> Iterator[subprocess.Popen[bytes]]:
    """A process that waits for another, which looks like a provider's and has been busy."""
    command = [sys.executable, "-c", ENGINE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.communicate()


def test_the_time_of_a_provider_is_not_its_engine_s(engine: subprocess.Popen[bytes]) -> None:
    watch = Watch(engine.pid, sandbox=os.getpid())
    watch.look()
    taken = watch.cpu_seconds()
    assert taken["provider"] >= 0.4
    assert taken["engine"] < 0.4
    assert taken["program"] == 0
    assert watch.provider_bytes > 1e6


def test_what_has_ended_keeps_the_time_that_was_seen(engine: subprocess.Popen[bytes]) -> None:
    watch = Watch(engine.pid, sandbox=os.getpid())
    watch.look()
    seen = watch.cpu_seconds()["provider"]
    engine.communicate()
    watch.look()
    assert watch.cpu_seconds()["provider"] == seen
