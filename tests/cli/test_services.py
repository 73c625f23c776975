"""`pulumi-livevox services`: what it lists, for people and for programs."""

import json

import pytest

from tests.cli.command import Account, in_terminal, run

CALIFORNIA = [
    ["40790", "California_QC", "2829", "OUTBOUND", "AGENT_AT_READY_IN"],
    ["45108", "California_HCI", "2829", "OUTBOUND", "HCI"],
    ["1008352", "California_Inbound", "2829", "INBOUND", "AGENT_AT_READY_IN"],
]


def test_without_a_terminal_each_service_is_a_line_with_tabs(account: Account) -> None:
    listed = run(account, "services", "--call-center", "2829")
    assert (listed.code, listed.errors) == (0, "")
    assert [line.split("\t") for line in listed.lines] == CALIFORNIA


def test_without_options_every_service_is_listed_that_the_user_sees(account: Account) -> None:
    listed = run(account, "services")
    assert listed.code == 0
    assert {line.split("\t")[2] for line in listed.lines} == {"429", "433", "2829"}
    assert len(listed.lines) == 22
    assert "A search finds services by their ACD feature" in listed.errors


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--call-center", "2829", "--call-center", "433", "--name", "*inbound*"), 3),
        (("--direction", "blended"), 1),
        (("--feature", "MANUAL"), 2),
        (("--name", "documentation*"), 2),
    ],
)
def test_services_are_chosen_by_place_name_direction_and_feature(
    account: Account, options: tuple[str, ...], ids: int
) -> None:
    listed = run(account, "services", *options)
    assert (listed.code, len(listed.lines)) == (0, ids)


def test_as_json_a_service_is_an_object_with_the_names_of_programs(account: Account) -> None:
    listed = run(account, "services", "--call-center", "2829", "--json")
    assert listed.code == 0
    assert json.loads(listed.output)[0] == {
        "id": 40790,
        "name": "California_QC",
        "call_center_id": 2829,
        "call_direction": "OUTBOUND",
        "acd_feature_code": "AGENT_AT_READY_IN",
    }


def test_where_nothing_is_found_the_remarks_say_what_is_known_of_the_reason(
    account: Account,
) -> None:
    for form, nothing in (((), ""), (("--json",), "[]\n")):
        listed = run(account, "services", "--call-center", "434", *form)
        assert (listed.code, listed.output) == (3, nothing)
        assert "Call center 434 has no services, or is none that this user" in listed.errors


def test_a_terminal_shows_headings_and_whole_rows_where_there_is_room(account: Account) -> None:
    shown = in_terminal(80, account, "services", "--call-center", "2829")
    assert shown.code == 0
    assert shown.lines[1].split() == ["id", "name", "center", "direction", "feature"]
    assert [line.split() for line in shown.lines[2:]] == CALIFORNIA


def test_a_narrow_terminal_cuts_nothing(account: Account) -> None:
    shown = in_terminal(40, account, "services", "--call-center", "2829")
    assert max(map(len, shown.lines)) <= 40
    rows = [line for line in shown.lines if line[:1].isdigit()]
    assert [row.split()[0] for row in rows] == [row[0] for row in CALIFORNIA]
    # What goes on below stands in the column that it belongs to.
    start = rows[0].index("Cal")
    last = shown.lines[shown.lines.index(rows[-1]) :]
    assert "".join(line[start : start + 8].strip() for line in last) == "California_Inbound"
    assert "…" not in shown.output
