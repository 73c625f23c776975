"""Names on the platform for copies that are not finished."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pulumi_livevox.run.identity import PREFIX, unfinished_name

places = st.lists(st.text(min_size=1), min_size=3, max_size=5).map("/".join)


@given(places)
def test_a_marker_name_is_short_ascii_and_reads_as_what_it_is(place: str) -> None:
    name = unfinished_name(place)

    assert name.isascii()
    assert name.isprintable()
    assert name.startswith(f"{PREFIX} ")
    assert name == " ".join(name.split())
    assert len(name) <= 60


@given(places, places)
def test_each_place_has_a_marker_name_of_its_own(one: str, other: str) -> None:
    assert (unfinished_name(one) == unfinished_name(other)) == (one == other)


def test_a_marker_name_says_which_resource_it_is_for() -> None:
    assert " support-line " in unfinished_name("shop/dev/support-line")


@pytest.mark.parametrize(
    "resource", ["客服", "Línea de atención al cliente, muy larga", "a/b", "-"]
)
def test_any_name_of_a_resource_gives_a_marker_name(resource: str) -> None:
    assert unfinished_name(f"shop/dev/{resource}").isascii()
