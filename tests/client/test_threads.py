"""Threads to wait in: used again, and never in each other's way."""

import subprocess
import sys
from threading import Event, get_ident

import pytest

from pulumi_livevox.client.threads import in_a_thread


def test_a_thread_that_is_done_does_the_next_piece_of_work() -> None:
    first = in_a_thread(get_ident).result(5)
    assert in_a_thread(get_ident).result(5) == first


def test_work_that_never_ends_holds_up_no_other() -> None:
    never = Event()
    hanging = [in_a_thread(never.wait) for _ in range(3)]
    assert in_a_thread(lambda: "done").result(5) == "done"
    assert not any(each.done() for each in hanging)
    never.set()
    assert all(each.result(5) for each in hanging)


def test_what_work_raises_is_raised_to_whoever_asks_and_its_thread_goes_on() -> None:
    def fail() -> int:
        raise ValueError(get_ident())

    with pytest.raises(ValueError, match=str(in_a_thread(get_ident).result(5))):
        in_a_thread(fail).result(5)
    assert in_a_thread(lambda: 1).result(5) == 1


def test_a_forked_process_has_threads_of_its_own() -> None:
    program = (
        "import os\n"
        "from pulumi_livevox.client.threads import in_a_thread\n"
        "in_a_thread(os.getpid).result(5)\n"
        "child = os.fork()\n"
        "if child == 0: os._exit(in_a_thread(os.getpid).result(5) != os.getpid())\n"
        "assert os.waitpid(child, 0)[1] == 0\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=30)


def test_no_thread_keeps_the_process_from_ending() -> None:
    program = (
        "from threading import Event\n"
        "from pulumi_livevox.client.threads import in_a_thread\n"
        "in_a_thread(Event().wait)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=30)
