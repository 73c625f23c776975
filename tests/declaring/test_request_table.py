"""The table of requests in the docs names for every line the test that holds it."""

import re

from tests.rig import ROOT

PAGE = ROOT / "docs" / "requests.md"
TESTS = (
    "cli/test_hours.py",
    "engine/test_hours_command.py",
    "engine/test_requests.py",
    "export/test_exporting.py",
    "tasks/test_adopting.py",
    "tasks/test_hours.py",
    "tasks/test_selection.py",
)


def test_every_line_of_the_request_tables_names_a_test_that_exists() -> None:
    tables = re.findall(r"^\|.*\|$", PAGE.read_text(), re.MULTILINE)
    lines = [line for line in tables if "---" not in line and not line.endswith("| test |")]
    texts = [(ROOT / "tests" / each).read_text() for each in TESTS]
    existing = set(re.findall(r"^def test_(\w+)", "\n".join(texts), re.MULTILINE))

    named = [re.findall(r"`(\w+)` \|$", line) for line in lines]

    assert len(lines) > 15
    assert [line for line, names in zip(lines, named, strict=True) if not names] == []
    assert {name for names in named for name in names} <= existing
