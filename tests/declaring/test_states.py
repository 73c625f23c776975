"""States live on: what users have in their states keeps its meaning."""

from pulumi_livevox.resources.caller_id.provider import CallerIdProvider
from pulumi_livevox.resources.inbound_hours.provider import InboundHoursProvider
from pulumi_livevox.resources.service.provider import ServiceProvider


def test_the_paths_of_the_providers_are_those_in_users_states() -> None:
    # Each is pickled by this path into every state that has such a resource.
    assert {
        f"{provider.__module__}.{provider.__qualname__}"
        for provider in (ServiceProvider, CallerIdProvider, InboundHoursProvider)
    } == {
        "pulumi_livevox.resources.service.provider.ServiceProvider",
        "pulumi_livevox.resources.caller_id.provider.CallerIdProvider",
        "pulumi_livevox.resources.inbound_hours.provider.InboundHoursProvider",
    }
