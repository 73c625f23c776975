"""The pacing of outbound calls, which the API shows and does not change."""

from typing import Annotated

from .enumerations import PacingMethod
from .fields import AnsweredNumber, known
from .models import Answer


class Pacing(Answer):
    """Read Service Pacing Settings."""

    method: Annotated[PacingMethod | str, known(PacingMethod)]
    throttle: AnsweredNumber
    max_wait_time: AnsweredNumber | None = None
