"""The "Messaging" section of a service."""

from typing import ClassVar

from pulumi_livevox.wire.fields import AnsweredList, AnsweredNumber, AnsweredText
from pulumi_livevox.wire.models import Answer, ListAnswer


class MessagingEntry(Answer):
    """One property of the messaging section."""

    key: AnsweredText
    value: AnsweredText | None = None


class Messaging(ListAnswer):
    """Read Service Messaging."""

    LIST: ClassVar[str] = "property"

    property: AnsweredList[MessagingEntry]
    default_input_filter_id: AnsweredNumber | None = None
