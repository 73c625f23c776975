"""The lines of a call center, declared with pulumi-livevox."""

import pulumi

import pulumi_livevox as livevox

config = pulumi.Config()
level = config.require_int("level")

for number in range(config.require_int("services")):
    service = livevox.Service(
        f"line-{number}",
        name=f"Line {number}",
        template_id=53661,
        abbreviation="LINE",
        settings={"service_level_seconds": level, "call_recording_enabled": True},
        messaging={"INBOUND_TEMPLATE_ID": 14206},
    )
    for digit in range(3):
        livevox.CallerId(
            f"line-{number}-{digit}", service=service, phone_number=f"877340200{digit}"
        )
    livevox.InboundHours(
        f"line-{number}-hours",
        service=service,
        week={
            "MONDAY": "07:00-20:00",
            "TUESDAY": "08:00-20:00",
            "WEDNESDAY": "09:00-20:00",
            "THURSDAY": "08:00-20:00",
            "FRIDAY": "08:00-18:00",
            "SATURDAY": "09:00-12:00, 13:00-15:00",
        },
        dates={"2099-12-24": "09:00-12:00"},
    )
