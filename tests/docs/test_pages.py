"""What the pages name is there: files that they link to, and files of the repository by path."""

import re
from pathlib import Path

import pytest

from tests.rig import ROOT

PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_files_that_a_page_names_exist(page: Path) -> None:
    text = page.read_text()
    linked = {page.parent / each for each in re.findall(r"\]\((?!https?:)([^)#]+)", text)}
    named = {
        ROOT / each for each in re.findall(r"`((?:tests|tools|provider)/[\w/.-]+\.\w+)`", text)
    }
    assert {path for path in linked | named if not path.exists()} == set()
