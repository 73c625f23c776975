"""Threads to wait in: used again, and never in each other's way."""

from threading import Event, current_thread, get_ident

import pytest

from pulumi_livevox.client.threads import begun


def test_a_thread_that_is_done_does_the_next_piece_of_work() -> None:
    first = begun(get_ident).result(5)
    assert begun(get_ident).result(5) == first


def test_work_that_never_ends_holds_up_no_other() -> None:
    never = Event()
    try:
        hanging = [begun(never.wait) for _ in range(3)]
        assert begun(lambda: "done").result(5) == "done"
        assert not any(each.done() for each in hanging)
    finally:
        never.set()


def test_what_work_raises_is_raised_to_whoever_asks_and_its_thread_goes_on() -> None:
    def fail() -> int:
        raise ValueError(get_ident())

    with pytest.raises(ValueError, match=str(begun(get_ident).result(5))):
        begun(fail).result(5)
    assert begun(lambda: 1).result(5) == 1


def test_no_thread_keeps_the_process_from_ending() -> None:
    assert begun(lambda: current_thread().daemon).result(5)
