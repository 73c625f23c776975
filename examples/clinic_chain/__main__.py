"""The lines of thirty clinics: who they are stands in a CSV, when they are open in schedules."""

from pathlib import Path

import pulumi
from clinics import read_clinics
from schedules import SCHEDULES

import pulumi_livevox as livevox

template_id = pulumi.Config().require_int("templateId")

for clinic in read_clinics(Path(__file__).with_name("clinics.csv")):
    line = livevox.Service(
        clinic.resource_name,
        name=f"Clinic {clinic.name}",
        template_id=template_id,
        call_direction="INBOUND",
    )
    livevox.InboundHours(
        f"{clinic.resource_name}-hours", service=line, hours=SCHEDULES[clinic.region]
    )
