"""When the support line is open: the same hours in the east and in the west."""

import pulumi_livevox as livevox

HOLIDAYS = livevox.Holidays(
    "US",
    leave_out=["Columbus Day", "Veterans Day"],
    add={"2027-11-26": "Day after Thanksgiving", "2028-11-24": "Day after Thanksgiving"},
)


def office_hours(time_zone: str) -> livevox.BusinessHours:
    """Return the hours of a site by the clocks on its walls."""
    return livevox.BusinessHours(
        week={"MON-FRI": "07:00-20:00", "SAT": "09:00-13:00", "SUN": "closed"},
        time_zone=time_zone,
        holidays=HOLIDAYS,
        dates={"2027-12-23": "07:00-12:00", "2028-12-22": "07:00-12:00"},
        until="2028-12-31",
        # The platform has no entry for "closed": that minute stands for it.
        closed_as="00:00-00:01",
    )


EAST = office_hours("America/New_York")
WEST = office_hours("America/Los_Angeles")
