"""Call-center configuration as infrastructure code: LiveVox services for Pulumi programs."""

from pulumi_livevox import shadowing

shadowing.import_past_them()

from pulumi_livevox.declaring.values import CLEAR
from pulumi_livevox.program import end
from pulumi_livevox.resources.caller_id.resource import CallerId
from pulumi_livevox.resources.inbound_hours.resource import InboundHours
from pulumi_livevox.resources.service.args import PhoneArgs, SettingsArgs
from pulumi_livevox.resources.service.resource import Service

__all__ = ["CLEAR", "CallerId", "InboundHours", "PhoneArgs", "Service", "SettingsArgs"]

# A program that declares nothing any more is told what is left, too.
end.watch()
