"""What a lookup finds: all that the API's answer has, as a program names it."""

import dataclasses
from typing import Any

import pytest

import pulumi_livevox as livevox
from pulumi_livevox.wire.general import General
from pulumi_livevox.wire.messaging import Messaging
from pulumi_livevox.wire.models import Answer
from pulumi_livevox.wire.pacing import Pacing
from pulumi_livevox.wire.phone import Phone
from pulumi_livevox.wire.settings import Settings


@pytest.mark.parametrize(
    ("result", "answer", "named"),
    [
        (livevox.GetServiceResult, General, {"service_id": "id"}),
        (livevox.GetPhoneResult, Phone, {"caller_id": "caller_ids"}),
        (livevox.GetSettingsResult, Settings, {}),
        (livevox.GetMessagingResult, Messaging, {"property": "properties"}),
        (livevox.GetPacingResult, Pacing, {}),
    ],
)
def test_everything_that_an_answer_has_is_found(
    result: Any, answer: type[Answer], named: dict[str, str]
) -> None:
    fields = {field.name for field in dataclasses.fields(result)}
    assert fields == {named.get(name, name) for name in answer.model_fields}
