"""The "Messaging" section of a service."""

from pulumi_livevox.wire.fields import AnsweredList, AnsweredNumber, AnsweredText
from pulumi_livevox.wire.models import Answer


class MessagingEntry(Answer):
    """One property of the messaging section."""

    key: AnsweredText
    value: AnsweredText | None = None


class Messaging(Answer):
    """Read Service Messaging."""

    property: AnsweredList[MessagingEntry]
    default_input_filter_id: AnsweredNumber | None = None
