"""When the line in Manila is open: a day shift there, an evening and night here.

Clocks in Manila are never changed and Eastern ones are. So the week that the platform keeps is
right until Eastern clocks change next: a rollout on that day or later moves it.
"""

import pulumi_livevox as livevox

DAY_SHIFT = livevox.BusinessHours(
    week={"TUE-SAT": "08:00-20:00"},
    time_zone="Asia/Manila",
    holidays=livevox.Holidays("PH", leave_out=["National Heroes Day"]),
    on_holidays="08:00-14:00",
    dates={"2027-12-25": "closed", "2028-01-01": "closed"},
    until="2028-12-31",
    closed_as="00:00-00:01",
)
