"""As many resources as ours, which do nothing and are next to empty: what the engine costs."""

import pulumi
from do_nothing import Nothing

config = pulumi.Config()
level = config.require_int("level")

for number in range(config.require_int("services")):
    service = Nothing(f"line-{number}", {"number": number, "level": level})
    for child in range(4):
        Nothing(f"line-{number}-{child}", {"service": service.id, "child": child})
