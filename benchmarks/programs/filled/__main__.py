"""As many resources as ours, with as much in the state, which do nothing: what that costs."""

import line
import pulumi
from do_nothing import Full

config = pulumi.Config()
level = config.require_int("level")


class Service(Full, module="livevox", name="Service"):
    pass


class CallerId(Full, module="livevox", name="CallerId"):
    pass


class InboundHours(Full, module="livevox", name="InboundHours"):
    pass


for number in range(config.require_int("services")):
    service = Service(
        f"line-{number}",
        {
            "name": line.NAME.format(number=number),
            "template_id": line.TEMPLATE,
            "abbreviation": line.ABBREVIATION,
            "settings": {"service_level_seconds": level, "call_recording_enabled": True},
            "messaging": {"INBOUND_TEMPLATE_ID": str(line.TEMPLATE_OF_MESSAGES)},
            "__marker": f"call-center/dev/line-{number}",
        },
    )
    of_service = pulumi.ResourceOptions(deleted_with=service)
    for digit, phone_number in enumerate(line.NUMBERS):
        numbers = {"service": service.id, "phone_number": phone_number}
        CallerId(f"line-{number}-{digit}", numbers, of_service)
    hours = {"service": service.id, "week": line.WEEK}
    InboundHours(f"line-{number}-hours", hours, of_service)
