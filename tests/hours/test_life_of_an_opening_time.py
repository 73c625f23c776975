"""The page that follows an opening time through the package names what is there."""

import inspect
import re
from pathlib import Path
from pkgutil import resolve_name

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "life-of-an-opening-time.md"
NAMES = sorted(set(re.findall(r"`([a-z_]+(?:\.\w+)+)`", PAGE.read_text())))


def test_the_page_names_functions() -> None:
    assert len(NAMES) > 20


@pytest.mark.parametrize("name", NAMES)
def test_a_function_that_the_page_names_exists(name: str) -> None:
    found = resolve_name(f"pulumi_livevox.{name}")

    assert inspect.isroutine(found) or inspect.isclass(found)
