"""A line that answers at night, at weekends and on holidays."""

import pulumi
from hours import NIGHTS

import pulumi_livevox as livevox

night = livevox.Service(
    "night",
    name="Night Line",
    template_id=pulumi.Config().require_int("templateId"),
    call_direction="INBOUND",
)

livevox.InboundHours("night-hours", service=night, hours=NIGHTS)
