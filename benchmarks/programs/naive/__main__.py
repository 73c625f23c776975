"""The same lines, with a provider as one would write it for a single project."""

import pulumi
from livevox_resources import CallerId, HoursEntry, Service

config = pulumi.Config()
level = config.require_int("level")

HOUR = 3_600_000
FIVE = 5 * HOUR  # times count from midnight in US Eastern, which is five in the morning UTC
WEEK = [
    ("MONDAY", 7, 20),
    ("TUESDAY", 8, 20),
    ("WEDNESDAY", 9, 20),
    ("THURSDAY", 8, 20),
    ("FRIDAY", 8, 18),
    ("SATURDAY", 9, 12),
    ("SATURDAY", 13, 15),
    ("SUNDAY", 9, 12),
]

for number in range(config.require_int("services")):
    service = Service(
        f"line-{number}",
        name=f"Line {number}",
        template=53661,
        general={"abbreviation": "LINE"},
        settings={"serviceLevelSeconds": level, "callRecordingEnabled": True},
        messaging={"INBOUND_TEMPLATE_ID": "14206"},
    )
    for digit in range(3):
        CallerId(f"line-{number}-{digit}", service=service.id, number=f"877340200{digit}")
    for index, (day, opens, closes) in enumerate(WEEK):
        HoursEntry(
            f"line-{number}-hours-{index}",
            service=service.id,
            day=day,
            start=opens * HOUR + FIVE,
            end=closes * HOUR + FIVE,
        )
