"""The engine's questions about services, each answered by the life cycle."""

from __future__ import annotations

from typing import Any

from pulumi.dynamic import CheckResult, CreateResult, DiffResult, ReadResult, UpdateResult

from pulumi_livevox.resources import engine, leftovers, process
from pulumi_livevox.resources.engine import (
    Provider,
    as_one_message,
    from_engine,
    location_of,
    marker_of,
    with_marker,
    write_of,
)
from pulumi_livevox.resources.errors import NEVER_REPLACED

Properties = dict[str, Any]


class ServiceProvider(Provider):
    """Answers for `pulumi-python:dynamic/livevox:Service`."""

    @as_one_message
    def check(self, _olds: Properties, news: Properties) -> CheckResult:
        """Normalise, judge and claim what is declared; sends nothing."""
        from pulumi_livevox.resources.service import inputs, lifecycle

        platform, marker = process.platform(), marker_of(news)
        values, problems = inputs.normalise(from_engine(news), exists=bool(_olds))
        lifecycle.claim(platform, values, marker)
        # The engine asks again, as for a new one, where it is going to replace a resource.
        if not _olds and platform.claims.is_standing(marker):
            problems.append(NEVER_REPLACED)
        if _olds:
            platform.claims.note_standing(marker)
        return engine.checked(news, values, problems)

    @as_one_message
    def diff(self, _id: str, _olds: Properties, _news: Properties) -> DiffResult:
        """Compare the inputs with the state; a service is never replaced. Sends nothing."""
        from pulumi_livevox.resources.service import lifecycle

        platform = process.platform()
        difference = lifecycle.diff(
            platform,
            int(_id),
            from_engine(_olds),
            from_engine(_news),
            location_of(_olds),
            marker_of(_news),
            write_of(_olds),
        )
        platform.journal.forget_service(int(_id))
        return engine.compared(difference)

    @as_one_message
    def create(self, props: Properties) -> CreateResult:
        """Copy, take over or adopt a service (Create Service, then the updates)."""
        from pulumi_livevox.resources.service import lifecycle

        platform = process.platform()
        service_id, location = lifecycle.create(platform, from_engine(props), marker_of(props))
        platform.journal.note_returned(marker_of(props))
        write = lifecycle.written(platform, service_id, location, marker_of(props))
        platform.writes.note_returned(write)
        inputs = with_marker(from_engine(props), props)
        return CreateResult(str(service_id), engine.outputs(inputs, location, write))

    @as_one_message
    def read(self, id_: str, props: Properties) -> ReadResult:
        """Read the declared sections; an id of nothing says that the service is gone."""
        from pulumi_livevox.resources.service import lifecycle

        platform, location = process.platform(), location_of(props)
        write = write_of(props)
        live = lifecycle.read(platform, int(id_), from_engine(props), location)
        platform.journal.forget_service(int(id_))
        if live is None:
            platform.claims.note_gone(marker_of(props))
            return ReadResult("", {})
        inputs = with_marker(live, props)
        return ReadResult(id_, engine.outputs(inputs, location, write), engine.to_engine(inputs))

    @as_one_message
    def update(self, _id: str, _olds: Properties, _news: Properties) -> UpdateResult:
        """Write what changed (Update General, Phone, Settings, Messaging Property)."""
        from pulumi_livevox.resources.service import lifecycle

        platform = process.platform()
        write = lifecycle.update(
            platform,
            int(_id),
            from_engine(_olds),
            from_engine(_news),
            location_of(_olds),
            marker_of(_news),
            write_of(_olds),
        )
        platform.writes.note_returned(write)
        inputs = with_marker(from_engine(_news), _news)
        return UpdateResult(engine.outputs(inputs, location_of(_olds), write))

    @as_one_message
    def delete(self, _id: str, _props: Properties) -> None:
        """Delete the service (Delete Service)."""
        from pulumi_livevox.resources.service import lifecycle

        platform, marker = process.platform(), marker_of(_props)
        leftovers.tell_before_a_deletion(platform.journal, marker)
        lifecycle.delete(
            platform,
            int(_id),
            from_engine(_props),
            location_of(_props),
            marker,
            write_of(_props),
        )
        platform.journal.forget_service(int(_id))
