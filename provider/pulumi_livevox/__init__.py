"""Call-center configuration as infrastructure code: LiveVox services for Pulumi programs."""

from pulumi_livevox import namesakes

namesakes.import_past_them()

from pulumi_livevox.resources import defaults, leftovers, run
from pulumi_livevox.resources.caller_id.resource import CallerId
from pulumi_livevox.resources.inbound_hours.resource import InboundHours
from pulumi_livevox.resources.service.args import PhoneArgs, SettingsArgs
from pulumi_livevox.resources.service.resource import Service
from pulumi_livevox.resources.values import CLEAR

__all__ = ["CLEAR", "CallerId", "InboundHours", "PhoneArgs", "Service", "SettingsArgs"]

run.before_the_end(defaults.tell)
run.after_the_end(leftovers.tell)
# A program that declares nothing any more is told what is left, too.
run.current()
