"""Names that somebody gave: they are told apart, and neither break a list nor steer a terminal."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pulumi_livevox.cli.visible import as_json, visible
from tests.cli.command import in_terminal, on_canned, run, run_process
from tests.rig.canned import Api, answer
from tests.rig.requests import SERVICES

NAMES = {
    "Main\nLine": "Main\\nLine",
    "Main\r\x1b[2J\x1b]0;owned\x07": "Main\\r\\x1b[2J\\x1b]0;owned\\x07",
    "Main\x9b31m": "Main\\x9b31m",
    "Main\tLine": "Main\\tLine",
    "[red]Main[/red] :smile: [/]": "[red]Main[/red] :smile: [/]",
    "Überlauf 📞 Zürich": "Überlauf 📞 Zürich",
    "קו ראשי": "קו ראשי",
    "Main\u202eeniL": "Main\\u202eeniL",
    "Main\u200bLine": "Main\\u200bLine",
    "Main\u2028Line": "Main\\u2028Line",
    " Main ": "\\x20Main\\x20",
    "": '""',
    "M" * 300: "M" * 300,
}
"""Odd names, and how they are shown."""


@pytest.fixture
def odd(api: Api) -> Api:
    """A call center of services with odd names."""
    services = [
        {"serviceId": 100 + at, "name": name, "callCenterId": 433} for at, name in enumerate(NAMES)
    ]
    page = answer(200, {"service": services, "next": None})
    api.on("GET", SERVICES, page)
    api.on("POST", f"{SERVICES}/search", answer(200, {"service": [], "next": None}))
    return api


def test_each_is_a_line_in_which_everything_can_be_seen(odd: Api) -> None:
    listed = run(on_canned(odd), "services", "--call-center", "433")
    assert listed.code == 0
    assert [line.split("\t") for line in listed.output.removesuffix("\n").split("\n")] == [
        [str(100 + at), shown, "433", "", ""] for at, shown in enumerate(NAMES.values())
    ]


@pytest.mark.parametrize("columns", [80, 40])
def test_a_table_of_them_stays_a_table(odd: Api, columns: int) -> None:
    shown = in_terminal(columns, on_canned(odd), "services", "--call-center", "433")
    lines = shown.output.removesuffix("\n").split("\n")
    assert all(cell_len(line) <= columns for line in lines)
    assert {unicodedata.category(each) for each in shown.output} & {"Cc", "Cf", "Zl"} == {"Cc"}
    assert {each for each in shown.output if unicodedata.category(each) == "Cc"} == {"\n"}
    begun = [int(line.split()[0]) for line in lines if line[:1].isdigit()]
    assert begun == list(range(100, 100 + len(NAMES)))
    assert shown.output.count("M") >= 300


def test_json_has_them_exactly_and_steers_no_terminal(odd: Api) -> None:
    listed = run(on_canned(odd), "services", "--call-center", "433", "--json")
    assert [each["name"] for each in json.loads(listed.output)] == list(NAMES)
    assert all(each.isprintable() or each == "\n" for each in listed.output)
    assert "Überlauf" in listed.output


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_terminal_that_lacks_their_letters_gets_them_written_out(
    odd: Api, form: tuple[str, ...]
) -> None:
    listed = run_process(
        on_canned(odd), "services", "--call-center", "433", *form, PYTHONIOENCODING="ascii"
    )
    assert (listed.code, listed.errors) == (0, "")
    assert ("\\xdcberlauf" if not form else "\\u00dcberlauf") in listed.output
    if form:
        assert [each["name"] for each in json.loads(listed.output)] == list(NAMES)


@given(st.text())
def test_whatever_a_text_is_it_is_shown_on_one_line_and_never_as_nothing(text: str) -> None:
    shown = visible(text)
    assert shown.isprintable()
    assert shown.strip()


@given(st.text())
def test_whatever_a_text_is_json_has_it_exactly(text: str) -> None:
    printed = as_json([text])
    assert json.loads(printed) == [text]
    assert printed.replace("\n", "").isprintable()
