"""Opening hours as values: pure, and usable by anybody.

- `declared`: the hours of a service, whole.
- `spans` of a day, its times by the `clock`; `days` of a week, and `zones`.
- `texts`: a day as the state keeps it; `entries`: a day as the API keeps it, and the fewest writes.
- `timetable`: hours day by day, by the clocks of any zone (`zoned`); `words` for what changes of
  them, and `changes` for what of two declarations differs.
- `notices`: what is told of hours and stops nothing.
- `business`: hours as people mean them; `meaning`: what of it goes beyond entries; `wrong` ones.
- `pictures` of hours, and `answering`: how many of several lines are open.
"""
