"""The pacing of outbound calls, which the API shows and does not change."""

from typing import Annotated

from pulumi_livevox.wire.enumerations import PacingMethod
from pulumi_livevox.wire.fields import AnsweredNumber, open_list
from pulumi_livevox.wire.models import Answer


class Pacing(Answer):
    """Read Service Pacing Settings."""

    method: Annotated[PacingMethod | str, open_list(PacingMethod)]
    throttle: AnsweredNumber
    max_wait_time: AnsweredNumber | None = None
