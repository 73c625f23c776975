"""`pulumi-livevox hours`: opening hours as a picture, in a terminal and as files."""

import datetime
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from pulumi_livevox.cli.hours_objects import line_objects
from pulumi_livevox.cli.hours_text import print_hours
from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.pictures.picture import Line, Picture
from pulumi_livevox.hours.timetable import Doubt
from tests.cli.command import Account, in_terminal, on_canned, run, run_process
from tests.hours.pictures.pictures import (
    CHAIN,
    CHANGED,
    DOUBTFUL,
    ONE,
    SUPPORT,
    WITHOUT,
    spans,
    timetable,
    week,
)
from tests.rig import ROOT
from tests.rig.canned import SERVICE, Api, answer
from tests.rig.platform import Platform
from tests.rig.requests import SERVICES

INBOUND = """\
Atlanta_FS_Inbound_8773402031 (6) (service 20575)
  time of America/New_York (Eastern)
      00    03    06    09    12    15    18    21    24
  Mon ··············████████████████████████████······ 07:00-20:59
  Tue ··············████████████████████████████······ 07:00-20:59
  Wed ··············████████████████████████████······ 07:00-20:59
  Thu ··············████████████████████████████······ 07:00-20:59
  Fri ··············████████████████████████████······ 07:00-20:59
  Sat ··················██████························ 09:00-12:00
  Sun ················································ closed
"""


def test_the_hours_of_a_service_are_a_week_a_day_a_row(account: Account) -> None:
    shown = run(account, "hours", "20575")
    assert (shown.code, shown.errors) == (0, "")
    assert shown.output == f"█ open   · closed\n\n{INBOUND}"


def test_a_service_of_a_call_center_goes_by_its_name_and_any_zone(account: Account) -> None:
    shown = run(
        account,
        *("hours", "Template Inbound", "--call-center", "433", "--zone", "America/Los_Angeles"),
    )
    assert shown.code == 0
    assert "  time of America/Los_Angeles" in shown.lines
    assert [line.split()[-1] for line in shown.lines if line.startswith("  Mon")] == ["04:00-17:59"]


def test_of_a_call_center_lines_of_equal_hours_are_drawn_once_and_told_who_answers_when(
    account: Account,
) -> None:
    shown = run(account, "hours", "--call-center", "433")
    assert shown.code == 0
    assert shown.lines[0] == "Call center 433"
    assert INBOUND in shown.output
    outbound = shown.lines.index("  is OUTBOUND and has no inbound hours")
    assert shown.lines[outbound - 1].startswith("Atlanta_FS_RPC (1) (service 5607), ")
    _, _, below = shown.output.partition("Who answers when: call center 433, 3 lines with hours\n")
    assert "  Mon ··············▒▒██████████████████████████······\n" in below
    assert below.endswith(
        "  Nobody is open:\n"
        "    Monday to Friday 00:00-07:00, 20:59-24:00\n"
        "    Saturday 00:00-09:00, 12:00-24:00\n"
        "    Sunday 00:00-24:00\n"
        "  All are open:\n"
        "    Monday to Friday 08:00-20:59\n"
    )


def test_services_are_chosen_by_name_and_direction(account: Account) -> None:
    shown = run(account, "hours", "--name", "*inbound*", "--direction", "INBOUND", "--json")
    assert shown.code == 0
    assert {each["name"] for each in json.loads(shown.output)} == {
        *("ATL_1stParty_Inbound (12)", "Atlanta_FS_Inbound_8773402031 (6)"),
        *("California_Inbound", "Template Inbound"),
    }


def test_as_json_a_line_has_its_week_its_dates_and_its_zone(account: Account) -> None:
    shown = run(account, "hours", "1008352", "--json", "--zone", "America/Chicago")
    (line,) = json.loads(shown.output)
    assert (shown.code, line["name"], line["label"], line["group"]) == (
        *(0, "California_Inbound", "service 1008352"),
        "call center 2829",
    )
    assert (line["time_zone"], "before" in line, "without" in line) == (
        *("America/Chicago", False),
        False,
    )
    assert line["hours"]["week"]["MONDAY"] == ["06:00-19:59"]
    assert line["hours"]["week"]["SUNDAY"] == ["07:00-19:59"]
    assert line["hours"]["dates"] == {"2020-01-31": ["09:00-11:00"]}


def test_a_service_without_hours_says_so(account: Account) -> None:
    for form in ((), ("--json",)):
        shown = run(account, "hours", "53662", *form)
        assert shown.code == 0
        assert "is OUTBOUND and has no inbound hours" in shown.output


def test_hours_that_can_not_be_read_say_why_in_their_place(api: Api) -> None:
    listed = [{"serviceId": at, "name": f"Line {at}", "callCenterId": 433} for at in (5, 7)]
    api.on("GET", SERVICES, answer(200, {"service": listed, "next": None}))
    api.on("GET", f"{SERVICES}/5/inboundHours", answer(403, {"message": "Not for Managers"}))
    api.on("GET", f"{SERVICES}/7/inboundHours", answer(200, {"inboundHour": []}))
    shown = run(on_canned(api), "hours", "--call-center", "433")
    assert shown.code == 3
    below = shown.lines[shown.lines.index("Line 5 (service 5)") + 1]
    assert below.startswith("  can't be read: ")
    assert "Not for Managers" in below
    assert "  has no inbound hours" in shown.lines


def test_where_the_only_hours_can_not_be_read_the_picture_says_why(
    api: Api, tmp_path: Path
) -> None:
    general = {"serviceId": 5, "name": "Line 5", "callCenterId": 433}
    api.on("GET", SERVICE, answer(200, general))
    api.on("GET", f"{SERVICE}/inboundHours", answer(403, {"message": "Not for Managers"}))
    drawn = run(on_canned(api), "hours", "5", "--svg", "hours.svg", folder=tmp_path)
    assert drawn.code == 3
    assert "Not for Managers" in (tmp_path / "hours.svg").read_text()


def test_what_is_not_there_is_a_remark(account: Account) -> None:
    some = run(account, "hours", "20575", "99")
    assert (some.code, "07:00-20:59" in some.output) == (3, True)
    assert some.errors == "There is no service 99, or none that this user may see.\n"
    alone = run(account, "hours", "999999")
    assert alone.code == 3
    assert "There is no service 999999, or none that this user may see.\n" in alone.errors
    none = run(account, "hours", "--call-center", "434")
    assert (none.code, none.output) == (3, "")
    assert "Call center 434 has no services" in none.errors


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "say whose hours: a SERVICE, --call-center ID, --stack NAME or --folder FOLDER"),
        (("Help Line",), 'it was "Help Line"; it may be an id, or a name together with'),
        (("a", "--call-center", "1", "--call-center", "2"), "of services that are named it may be"),
        (("5", "--zone", "Amerca/Chicago"), 'was "Amerca/Chicago"; it may be the name of a time'),
        (("--folder", "x", "--stack", "dev"), "an exported folder is asked alone"),
        (("--folder", "x", "--call-center", "433"), "an exported folder is asked alone"),
        (("5", "--stack", "dev", "--preview"), "it is about a stack: leave services"),
        (("--next-change", "--call-center", "433"), "it is about a stack: leave services"),
        (("--next-change", "--stack", "dev", "--json"), "it prints a day and nothing else"),
        (("--next-change", "--stack", "dev", "--preview"), "it is about the state"),
        (("5", "--svg", "none/hours.svg"), "there is no folder none: make it, or name another"),
        (("5", "--png", "."), ". is a folder: name a file"),
        (("5", "--svg", "a", "--html", "./a"), "another picture has the same file"),
    ],
)
def test_what_can_not_be_asked_is_told_before_anything_is_sent(
    platform: Platform, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    shown = run(platform.environ, "hours", *arguments, folder=tmp_path, TERMINAL_WIDTH="200")
    assert (shown.code, shown.output) == (2, "")
    assert told in " ".join(shown.errors.split())
    assert (platform.requests(), list(tmp_path.iterdir())) == ([], [])


def test_an_exported_folder_shows_its_hours_without_an_account(
    account: Account, platform: Platform, tmp_path: Path
) -> None:
    run(account, "export", "atlanta", "--call-center", "433", folder=tmp_path)
    live = run(account, "hours", "--call-center", "433", "--json")
    platform.forget()
    kept = run({}, "hours", "--folder", "atlanta", folder=tmp_path)
    assert (kept.code, kept.lines[0]) == (0, "Export atlanta")
    assert INBOUND in kept.output
    as_json = run({}, "hours", "--folder", "atlanta", "--json", folder=tmp_path)
    assert [each["name"] for each in json.loads(as_json.output)] == [
        each["name"] for each in json.loads(live.output)
    ]
    assert platform.requests() == []


def test_pictures_are_written_as_files_and_told(account: Account, tmp_path: Path) -> None:
    (tmp_path / "hours.svg").write_text("before")
    files = ("--svg", "hours.svg", "--png", "hours.png", "--html", "hours.html")
    drawn = run(account, "hours", "--call-center", "433", *files, folder=tmp_path)
    assert (drawn.code, drawn.output) == (0, "Written: hours.svg, hours.png, hours.html\n")
    assert (tmp_path / "hours.svg").read_text().startswith("<svg")
    assert (tmp_path / "hours.png").read_bytes().startswith(b"\x89PNG")
    assert "<!doctype html>" in (tmp_path / "hours.html").read_text().lower()
    assert {each.name for each in tmp_path.iterdir()} == {"hours.svg", "hours.png", "hours.html"}


def test_a_pipe_stays_one(account: Account, tmp_path: Path) -> None:
    # As would a device, which no test should put at risk.
    os.mkfifo(tmp_path / "hours.svg")
    refused = run(account, "hours", "20575", "--svg", "hours.svg", folder=tmp_path)
    assert refused.code == 2
    assert "hours.svg is a device or a pipe: name a file" in " ".join(refused.errors.split())
    assert (tmp_path / "hours.svg").is_fifo()


def test_a_picture_that_can_not_be_written_is_told(account: Account, tmp_path: Path) -> None:
    # There is no room beside it for the file that is written first.
    name = f"{'long' * 62}.svg"
    drawn = run(account, "hours", "20575", "--svg", name, folder=tmp_path)
    assert drawn.code == 1
    told = " ".join(drawn.errors.split())
    assert "can't be written (File name too long)" in told
    assert told.endswith("make it writable, and run the same command again")
    assert list(tmp_path.iterdir()) == []


def test_the_calendar_is_that_of_a_year(account: Account, tmp_path: Path) -> None:
    drawn = run(account, "hours", "1008352", "--svg", "2020.svg", "--year", "2020", folder=tmp_path)
    assert drawn.code == 0
    assert "31 January" in (tmp_path / "2020.svg").read_text()


def test_beside_json_nothing_else_is_printed(account: Account, tmp_path: Path) -> None:
    drawn = run(account, "hours", "20575", "--json", "--svg", "hours.svg", folder=tmp_path)
    assert len(json.loads(drawn.output)) == 1
    assert (tmp_path / "hours.svg").exists()


def test_where_the_encoding_has_no_blocks_the_picture_is_of_letters(account: Account) -> None:
    shown = run_process(account, "hours", "--call-center", "433", PYTHONIOENCODING="ascii")
    assert shown.code == 0
    assert shown.output.isascii()
    assert "\\" not in shown.output
    assert f"  Sat {'.' * 18}######{'.' * 24} 09:00-12:00" in shown.lines
    assert f"  Mon {'.' * 14}oo{'#' * 26}{'.' * 6}" in shown.lines


@pytest.mark.parametrize(("columns", "cells"), [(100, 48), (80, 48), (60, 24), (43, 12), (34, 0)])
def test_it_fits_the_terminal(account: Account, columns: int, cells: int) -> None:
    shown = in_terminal(columns, account, "hours", "--call-center", "433")
    assert shown.code == 0
    assert max(map(len, shown.lines)) <= columns
    sunday = next(line for line in shown.lines if line.startswith("  Sun"))
    assert (sunday.count("·"), "closed" in sunday) == (cells, True)


def printed(capsys: pytest.CaptureFixture[str], picture: Picture) -> str:
    print_hours(picture)
    return capsys.readouterr().out


def test_what_a_rollout_changes_is_marked_and_said_in_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = printed(capsys, CHANGED)
    assert "█ open   · closed   + opens   - closes" in text
    assert f"  Tue {'·' * 14}{'█' * 25}-{'·' * 8} 07:00-19:30\n" in text
    assert f"  Thu {'·' * 13}+{'█' * 26}{'·' * 8} 06:30-20:00\n" in text
    support, _, billing = text.partition("Billing (billing-hours)")
    assert "  Changes:\n    Tuesday: closes 19:30 instead of 20:00\n" in support
    assert "Thursday: opens 06:30 instead of 07:00\n" in support
    assert "Changes" not in billing


def test_the_picture_in_the_docs_is_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    thanksgiving = {datetime.date(2026, 11, 26): "Thanksgiving Day"}
    before = timetable(week(SATURDAY="09:00-12:00"), names=thanksgiving)
    days = week(SATURDAY="09:00-12:00", TUESDAY="07:00-19:30", THURSDAY="06:30-20:00")
    line = Line("Help Line", "help-hours", hours=replace(before, week=days), before=before)
    page = (ROOT / "docs" / "command-line.md").read_text()
    assert f"```\n{printed(capsys, replace(ONE, lines=(line,)))}```\n" in page


def test_lines_that_change_come_first_and_the_others_below_a_heading(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = printed(capsys, replace(CHANGED, lines=CHANGED.lines[::-1]))
    changed, _, unchanged = text.partition("\n\nUnchanged\n\n")
    assert "Support (support-hours)\n" in changed
    assert unchanged.startswith("Billing (billing-hours)\n")
    for lines in (CHANGED.lines[:1], CHANGED.lines[1:]):
        assert "Unchanged" not in printed(capsys, replace(CHANGED, lines=lines))


def test_hours_that_go_are_drawn_as_closing(capsys: pytest.CaptureFixture[str]) -> None:
    gone = Line("Support", before=SUPPORT, without="has no hours after the rollout")
    text = printed(capsys, replace(CHANGED, lines=(gone,)))
    assert "Support\n  has no hours after the rollout\n" in text
    assert f"  Mon {'·' * 14}{'-' * 26}{'·' * 8} closed\n" in text


def test_of_weeks_that_are_not_known_nobody_says_when_they_are_open(
    capsys: pytest.CaptureFixture[str],
) -> None:
    unknown = replace(SUPPORT, knows_week=False)
    lines = [Line(name, group="call center 433", hours=SUPPORT) for name in ("One", "Two")]
    text = printed(capsys, replace(CHAIN, lines=(*lines, replace(lines[0], hours=unknown))))
    assert "Who answers when: call center 433, 2 lines with hours\n" in text
    assert "    Monday to Friday 07:00-20:00\n" in text.partition("All are open:\n")[2]


def test_dates_to_come_have_their_names_and_hours(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, ONE)
    assert text.endswith(
        "  Dates:\n"
        "    Thu 2026-11-26  Thanksgiving Day        closed\n"
        "    Fri 2026-11-27  Day after Thanksgiving  closed\n"
        "    Thu 2026-12-24                          07:00-12:00\n"
        "    Fri 2026-12-25  Christmas Day           closed\n"
    )


def test_of_many_lines_of_equal_hours_some_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, CHAIN)
    assert "Columbus (service 20579) and 15 more\n" in text
    assert "Seattle" not in text.partition("Fresno")[0]
    assert "Who answers when: call center 433, 27 lines with hours\n" in text
    assert "Overflow (service 20902)\n  has no inbound hours\n" in text


def test_a_picture_without_hours_is_a_picture(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, WITHOUT) == "Sales (service 20575)\n  has no inbound hours\n"
    assert printed(capsys, replace(WITHOUT, lines=())) == ""


def test_what_is_in_doubt_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = DOUBTFUL.lines
    assert line.hours is not None
    assert f"  In doubt: {line.hours.doubts[0].text}\n" in printed(capsys, DOUBTFUL)


def test_a_week_that_is_not_known_is_not_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    named = {**SUPPORT.names, datetime.date(2026, 12, 31): "New Year's Eve"}
    hours = replace(
        SUPPORT, names=named, knows_week=False, doubts=(Doubt(None, "the week is not known"),)
    )
    text = printed(capsys, replace(ONE, lines=(Line("Support", hours=hours),)))
    assert "Mon " not in text
    assert "Thanksgiving Day        closed\n" in text
    assert "New Year's Eve          as the week\n" in text
    assert "In doubt: the week is not known" in text


def test_as_json_a_week_that_is_not_known_is_null() -> None:
    hours = replace(SUPPORT, knows_week=False)
    (line,) = line_objects(replace(ONE, lines=(Line("Support", hours=hours),)))
    assert line["hours"]["week"] is None
    assert line["hours"]["dates"]["2026-12-24"] == ["07:00-12:00"]


def test_as_json_a_line_that_is_new_has_the_same_dates_before() -> None:
    hours = timetable(
        {day: spans("00:00-04:00, 20:00-24:00") for day in WEEK}, {"2026-12-24": "00:00-04:00"}
    )
    before = replace(hours, week=dict.fromkeys(WEEK, ()))
    new = Line("Manila", hours=hours, before=before, time_zone="Asia/Manila")
    (line,) = line_objects(replace(ONE, lines=(new,)))
    assert line["before"]["dates"] == line["hours"]["dates"]
    assert line["before"]["week"]["MONDAY"] == []


def test_days_in_a_row_are_said_as_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    hours = timetable(week(SATURDAY="09:00-12:00", SUNDAY="09:00-12:00"))
    lines = tuple(Line(name, hours=hours) for name in ("One", "Two"))
    assert "    Saturday and Sunday 09:00-12:00\n" in printed(capsys, replace(ONE, lines=lines))


def test_names_that_would_steer_a_terminal_are_shown_as_python_writes_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = printed(capsys, replace(WITHOUT, lines=(Line("\x1b[2J\n", without="closed"),)))
    assert "\\x1b[2J\\n" in text
