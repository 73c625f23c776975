"""The "Phone" section of a service: its caller IDs and the numbers it speaks of."""

from pydantic import Field

from pulumi_livevox.wire.fields import (
    AnsweredList,
    AnsweredName,
    AnsweredNumber,
    AnsweredText,
    PhoneNumber,
)
from pulumi_livevox.wire.models import Answer, Body


class Phone(Answer):
    """Read Service Phone."""

    service_id: AnsweredNumber
    name: AnsweredName = ""
    call_center_id: AnsweredNumber
    caller_id: AnsweredList[AnsweredText] = Field(default_factory=list)
    operator_phone: AnsweredText | None = None
    callback_phone: AnsweredText | None = None
    agent_call_in_number: AnsweredText | None = None
    default_caller_id: AnsweredText | None = None


class PhoneUpdate(Body):
    """Update Service Phone; the default caller ID is picked from the list that stands."""

    operator_phone: PhoneNumber | None = None
    callback_phone: PhoneNumber | None = None
    agent_call_in_number: PhoneNumber | None = None
    default_caller_id: PhoneNumber | None = None
