"""Whatever is typed is judged: a check ends with sentences, and breaks off for no value."""

from typing import Any

import pytest

from pulumi_livevox.engine import process
from pulumi_livevox.engine.provider import Provider
from pulumi_livevox.resources.caller_id.provider import CallerIdProvider
from pulumi_livevox.resources.inbound_hours.provider import InboundHoursProvider
from pulumi_livevox.resources.service.provider import ServiceProvider
from tests.lifecycle.world import IDENTITY, World

TYPED: dict[str, tuple[Provider[Any], dict[str, Any]]] = {
    "a service": (
        ServiceProvider(),
        {
            "name": "Help",
            "template_id": 53661,
            "adopt_id": 53662,
            "inherit_caller_ids": True,
            "abbreviation": "H",
            "inbound_service_id": "self",
            "phone": {"callback_phone": "8773402033"},
            "settings": {"voice_id": 4},
            "messaging": {"TEMPLATE_ID": "7125"},
        },
    ),
    "a caller ID": (
        CallerIdProvider(),
        {"service": "53661", "phone_number": "8773402031", "default": True},
    ),
    "hours": (
        InboundHoursProvider(),
        {
            "service": "53661",
            "week": {"MONDAY": "07:00-09:00"},
            "dates": {"2099-12-25": "10:00-12:00"},
            "time_zone": "America/Chicago",
        },
    ),
}


@pytest.mark.parametrize("odd", [["x"], [], {"x": "y"}, {"x": None}, 5.5, -1, True, "", "x"])
@pytest.mark.parametrize("kind", TYPED)
def test_a_value_of_any_kind_gets_sentences_that_name_its_property(
    world: World, monkeypatch: pytest.MonkeyPatch, kind: str, odd: Any
) -> None:
    run = world.run()
    monkeypatch.setattr(process, "run", lambda: run)
    provider, typed = TYPED[kind]
    for name in typed:
        checked = provider.check({}, typed | {name: odd, "__marker": IDENTITY})

        assert all(failure.reason.startswith(name) for failure in checked.failures)
    assert world.line.sent == []
