"""When clinics are open: one schedule a region."""

import pulumi_livevox as livevox

HOLIDAYS = livevox.Holidays("US", leave_out=["Columbus Day"])


def weekdays(time_zone: str, week: str, saturday: str = "closed") -> livevox.BusinessHours:
    """Return hours that differ by region in their zone and in their times alone."""
    return livevox.BusinessHours(
        week={"MON-FRI": week, "SAT": saturday},
        time_zone=time_zone,
        holidays=HOLIDAYS,
        until="2028-12-31",
        # The platform has no entry for "closed": that minute stands for it.
        closed_as="00:00-00:01",
    )


SCHEDULES = {
    "east": weekdays("America/New_York", "07:00-19:00", "09:00-13:00"),
    "central": weekdays("America/Chicago", "07:00-19:00", "09:00-13:00"),
    "mountain": weekdays("America/Denver", "08:00-18:00"),
    "arizona": weekdays("America/Phoenix", "06:00-12:00, 15:00-20:00"),
    "pacific": weekdays("America/Los_Angeles", "07:00-20:00", "09:00-13:00"),
}
"""The hours of a clinic by its region."""
