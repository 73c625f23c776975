"""As many resources as ours, with as much in the state, which do nothing: what that costs."""

import pulumi
from do_nothing import Nothing

config = pulumi.Config()
level = config.require_int("level")
location = {"base_url": "http://127.0.0.1:27313", "call_center_id": 433, "client_id": 4199}


class Service(Nothing, module="livevox", name="Service"):
    pass


class CallerId(Nothing, module="livevox", name="CallerId"):
    pass


class InboundHours(Nothing, module="livevox", name="InboundHours"):
    pass


for number in range(config.require_int("services")):
    service = Service(
        f"line-{number}",
        {
            "name": f"Line {number}",
            "template_id": 53661,
            "abbreviation": "LINE",
            "settings": {"service_level_seconds": level, "call_recording_enabled": True},
            "messaging": {"INBOUND_TEMPLATE_ID": "14206"},
            "__marker": f"call-center/dev/line-{number}",
            "__location": location,
        },
    )
    of_service = pulumi.ResourceOptions(deleted_with=service)
    for digit in range(3):
        CallerId(
            f"line-{number}-{digit}",
            {"service": service.id, "phone_number": f"877340200{digit}", "__location": location},
            of_service,
        )
    InboundHours(
        f"line-{number}-hours",
        {
            "service": service.id,
            "week": {
                "MONDAY": "07:00-20:00",
                "TUESDAY": "08:00-20:00",
                "WEDNESDAY": "09:00-20:00",
                "THURSDAY": "08:00-20:00",
                "FRIDAY": "08:00-18:00",
                "SATURDAY": "09:00-12:00, 13:00-15:00",
            },
            "dates": {"2099-12-24": "09:00-12:00"},
            "__location": location,
        },
        of_service,
    )
