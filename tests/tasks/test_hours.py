"""The hours of services and exports, as lines of a picture."""

from pathlib import Path

import pytest

from pulumi_livevox.client import LiveVoxClient
from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.hours import of_folder, of_services
from pulumi_livevox.tasks.selection import Selection
from tests.rig.canned import Api, answer
from tests.rig.platform import Platform
from tests.rig.requests import SERVICES


def test_services_of_a_call_center_are_read_and_progress_is_told(client: LiveVoxClient) -> None:
    told: list[tuple[int, int]] = []
    gathered = of_services(
        client,
        Selection(call_center_ids=(2829,)),
        lambda done, total: told.append((done, total)),
    )
    assert gathered.is_complete
    assert (gathered.title, told) == ("Call center 2829", [(1, 3), (2, 3), (3, 3)])
    (line,) = [each for each in gathered.lines if each.hours is not None]
    assert (line.name, line.label) == ("California_Inbound", "service 1008352")
    outward = [each.without for each in gathered.lines if each.hours is None]
    assert outward == ["is OUTBOUND and has no inbound hours"] * 2


def test_hours_of_a_call_center_take_its_list_and_one_read_a_service(
    client: LiveVoxClient, platform: Platform
) -> None:
    gathered = of_services(client, Selection(call_center_ids=(2829,)))
    bare = [each for each in gathered.lines if each.hours is None]
    paths = [each.path.removeprefix(SERVICES) for each in platform.requests()]
    assert len([each for each in paths if each.endswith("/inboundHours")]) == 3
    assert paths.count("") == 1
    # Of those without hours, their direction.
    generals = {f"/{each.label.removeprefix('service ')}" for each in bare}
    assert {each for each in paths if each and not each.endswith("/inboundHours")} == generals
    assert len(paths) == 6


def test_hours_of_services_by_id_take_two_reads_each(
    client: LiveVoxClient, platform: Platform
) -> None:
    gathered = of_services(client, Selection(service_ids=(20575, 53661)))
    assert (gathered.title, len(gathered.lines)) == ("Services", 2)
    read = sorted(each.path.removeprefix(SERVICES) for each in platform.requests())
    assert read == ["/20575", "/20575/inboundHours", "/53661", "/53661/inboundHours"]


def test_hours_that_can_not_be_read_say_why_and_the_others_are_read(api: Api) -> None:
    listed = [{"serviceId": at, "name": f"Line {at}", "callCenterId": 433} for at in (5, 7)]
    api.on("GET", SERVICES, answer(200, {"service": listed, "next": None}))
    api.on("GET", f"{SERVICES}/5/inboundHours", answer(403, {"message": "Not for you"}))
    entry = {"id": 1, "dayOfWeek": "HOLIDAY", "startTime": 43_200_000, "endTime": 61_200_000}
    api.on("GET", f"{SERVICES}/7/inboundHours", answer(200, {"inboundHour": [entry]}))
    gathered = of_services(api.client(), Selection(call_center_ids=(433,)))
    refused, read = gathered.lines
    assert (gathered.unread, gathered.is_complete) == (1, False)
    assert refused.without.startswith("can't be read: ")
    assert "Not for you" in refused.without
    assert read.hours is not None
    assert "HOLIDAY is a day that is not known" in read.hours.doubts[0].text


def test_where_no_hours_can_be_read_each_line_says_why(api: Api) -> None:
    listed = [{"serviceId": 5, "name": "Line", "callCenterId": 433}]
    api.on("GET", SERVICES, answer(200, {"service": listed, "next": None}))
    api.on("GET", f"{SERVICES}/5/inboundHours", answer(403, {"message": "Not for you"}))
    gathered = of_services(api.client(), Selection(call_center_ids=(433,)))
    (line,) = gathered.lines
    assert (gathered.unread, gathered.is_complete) == (1, False)
    assert "Not for you" in line.without


def test_a_direction_that_can_not_be_read_is_not_told(api: Api) -> None:
    listed = [{"serviceId": 7, "name": "Line", "callCenterId": 433}]
    api.on("GET", SERVICES, answer(200, {"service": listed, "next": None}))
    api.on("GET", f"{SERVICES}/7/inboundHours", answer(200, {"inboundHour": []}))
    gathered = of_services(api.client(), Selection(call_center_ids=(433,)))
    assert gathered.is_complete
    assert [line.without for line in gathered.lines] == ["has no inbound hours"]


def test_a_folder_that_no_export_wrote_is_told(tmp_path: Path) -> None:
    with pytest.raises(TaskError, match=r"holds no export: name a folder that"):
        of_folder(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(TaskError, match="can't be read"):
        of_folder(tmp_path / "file")
