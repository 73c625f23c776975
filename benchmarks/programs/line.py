"""One line of calls, as all programs here declare it: its settings, its numbers, its week."""

NAME = "Line {number}"
TEMPLATE = 53661
ABBREVIATION = "LINE"
TEMPLATE_OF_MESSAGES = 14206
NUMBERS = ("8773402000", "8773402001", "8773402002")
WEEK = {
    "MONDAY": "07:00-20:00",
    "TUESDAY": "08:00-20:00",
    "WEDNESDAY": "09:00-20:00",
    "THURSDAY": "08:00-20:00",
    "FRIDAY": "08:00-18:00",
    "SATURDAY": "09:00-12:00, 13:00-15:00",
    "SUNDAY": "09:00-12:00",
}
