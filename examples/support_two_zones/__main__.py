"""A support line for the east and one for the west, with the same holidays."""

import pulumi
from hours import EAST, WEST

import pulumi_livevox as livevox

template_id = pulumi.Config().require_int("templateId")

for site, hours in {"east": EAST, "west": WEST}.items():
    support = livevox.Service(
        f"support-{site}",
        name=f"Support {site.capitalize()}",
        template_id=template_id,
        call_direction="INBOUND",
    )
    livevox.InboundHours(f"support-{site}-hours", service=support, hours=hours)
