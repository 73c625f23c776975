"""A size that is none is refused before anything is measured."""

import pytest
import typer
from typer.testing import CliRunner

from benchmarks.__main__ import main

app = typer.Typer(rich_markup_mode=None)
app.command()(main)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--services", "5,abc"), '--services: it was "5,abc"; it may be numbers of services'),
        (("--settings", "-1"), '--settings: it was "-1"'),
        (("--large", "--services", "1e3"), '--services: it was "1e3"'),
        (("--large", "--settings", "25"), "--large: it goes without --settings and --backend"),
        (("--rounds", "0"), "Invalid value for '--rounds'"),
        (("--delay-ms", "-5"), "Invalid value for '--delay-ms'"),
    ],
)
def test_a_size_that_is_none_is_refused_in_words(options: tuple[str, ...], told: str) -> None:
    done = CliRunner().invoke(app, options)
    assert done.exit_code == 2
    assert told in done.output
