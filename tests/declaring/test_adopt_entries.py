"""`livevox:adopt` means the same to a program and to the commands, right or wrong."""

from typing import Any

import pytest

from pulumi_livevox.declaring.adopt_entries import entry_name, read


def test_an_id_is_a_whole_number_or_its_text() -> None:
    assert read({"main": 20575, "shop/help": "20180"}) == ({"main": 20575, "shop/help": 20180}, [])


@pytest.mark.parametrize("nothing", [None, "", {}])
def test_a_key_with_nothing_behind_it_names_nothing(nothing: Any) -> None:
    assert read(nothing) == ({}, [])


@pytest.mark.parametrize("value", [True, 0, -1, 1.5, "٣", " 5 ", "five", None, [5], "9" * 5000])
def test_what_is_no_id_is_told_with_its_name(value: Any) -> None:
    ids, (wrong,) = read({"main": value, "help": 20180})
    assert ids == {"help": 20180}
    assert wrong.startswith("livevox:adopt has ")
    assert " for main; it may be the id of a service" in wrong


def test_one_service_for_two_resources_is_told() -> None:
    _, (wrong,) = read({"main": 20575, "help": "20575"})
    assert wrong.startswith("livevox:adopt has service 20575 for main and for help; it may have it")


@pytest.mark.parametrize("typed", [20575, "main", [20575]])
def test_what_is_no_mapping_is_told(typed: Any) -> None:
    _, (wrong,) = read(typed)
    assert wrong.startswith("livevox:adopt was ")


def test_below_a_component_the_name_has_that_before_it() -> None:
    assert entry_name(None, "main") == "main"
    assert entry_name("shop", "main") == "shop/main"
