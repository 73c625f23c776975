"""The lines of a call center, declared with pulumi-livevox."""

import line
import pulumi

import pulumi_livevox as livevox

config = pulumi.Config()
level = config.require_int("level")

for number in range(config.require_int("services")):
    service = livevox.Service(
        f"line-{number}",
        name=line.NAME.format(number=number),
        template_id=line.TEMPLATE,
        abbreviation=line.ABBREVIATION,
        settings={"service_level_seconds": level, "call_recording_enabled": True},
        messaging={"INBOUND_TEMPLATE_ID": line.TEMPLATE_OF_MESSAGES},
    )
    for digit, phone_number in enumerate(line.NUMBERS):
        livevox.CallerId(f"line-{number}-{digit}", service=service, phone_number=phone_number)
    livevox.InboundHours(f"line-{number}-hours", service=service, week=line.WEEK)
