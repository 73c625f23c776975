"""The same lines, with a provider as one would write it for a single project."""

import line
import pulumi
from livevox_resources import CallerId, HoursEntry, Service

config = pulumi.Config()
level = config.require_int("level")

HOUR = 3_600_000


def time_of(text: str) -> int:
    """Milliseconds since midnight UTC of an Eastern time, five hours behind."""
    hours, minutes = text.split(":")
    return (int(hours) + 5) * HOUR + int(minutes) * HOUR // 60


for number in range(config.require_int("services")):
    service = Service(
        f"line-{number}",
        name=line.NAME.format(number=number),
        template=line.TEMPLATE,
        general={"abbreviation": line.ABBREVIATION},
        settings={"serviceLevelSeconds": level, "callRecordingEnabled": True},
        messaging={"INBOUND_TEMPLATE_ID": str(line.TEMPLATE_OF_MESSAGES)},
    )
    for digit, phone_number in enumerate(line.NUMBERS):
        CallerId(f"line-{number}-{digit}", service=service.id, number=phone_number)
    spans = [(day, span) for day, spans in line.WEEK.items() for span in spans.split(", ")]
    for index, (day, span) in enumerate(spans):
        opens, closes = span.split("-")
        HoursEntry(
            f"line-{number}-hours-{index}",
            service=service.id,
            day=day,
            start=time_of(opens),
            end=time_of(closes),
        )
