"""A line that is staffed in Manila."""

import pulumi
from hours import DAY_SHIFT

import pulumi_livevox as livevox

after_hours = livevox.Service(
    "after-hours",
    name="After Hours",
    template_id=pulumi.Config().require_int("templateId"),
    call_direction="INBOUND",
)

livevox.InboundHours("after-hours-hours", service=after_hours, hours=DAY_SHIFT)
