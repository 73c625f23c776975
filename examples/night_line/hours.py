"""When the night line answers: whenever the office does not."""

import pulumi_livevox as livevox

NIGHTS = livevox.BusinessHours(
    week={
        # The end of Sunday's night, and a night of its own.
        "MON": "00:00-08:00, 18:00-08:00",
        "TUE-THU": "18:00-08:00",
        "FRI": "18:00-24:00",
        "SAT-SUN": "open",
    },
    # On a holiday nobody else answers.
    holidays=livevox.Holidays("US"),
    on_holidays="open",
    until="2030-12-31",
)
