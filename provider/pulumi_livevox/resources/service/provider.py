"""The engine's questions about services, each answered by the life cycle."""

from __future__ import annotations

from typing import Any

from pulumi.dynamic import CheckResult, CreateResult, DiffResult, ReadResult, UpdateResult

from pulumi_livevox.engine import process
from pulumi_livevox.engine import provider as engine
from pulumi_livevox.engine.provider import (
    Provider,
    as_one_message,
    from_engine,
    location_of,
    marker_of,
    with_marker,
    write_of,
)
from pulumi_livevox.run import leftovers
from pulumi_livevox.run.errors import NEVER_REPLACED

Properties = dict[str, Any]


class ServiceProvider(Provider):
    """Answers for `pulumi-python:dynamic/livevox:Service`."""

    @as_one_message
    def check(self, _olds: Properties, news: Properties) -> CheckResult:
        """Normalise, judge and claim what is declared; sends nothing."""
        from pulumi_livevox.resources.service import inputs, lifecycle

        run, marker = process.run(), marker_of(news)
        judged = inputs.judge(from_engine(news), from_engine(_olds) if _olds else None)
        lifecycle.claim(run, judged.values, marker)
        # The engine asks again, as for a new one, where it is going to replace a resource.
        if not _olds and run.claims.is_standing(marker):
            judged.problems.append(NEVER_REPLACED)
        if _olds:
            run.claims.note_standing(marker)
        return engine.checked(news, judged)

    @as_one_message
    def diff(self, _id: str, _olds: Properties, _news: Properties) -> DiffResult:
        """Compare the inputs with the state; a service is never replaced. Sends nothing."""
        from pulumi_livevox.resources.service import lifecycle

        run = process.run()
        difference = lifecycle.diff(
            run,
            int(_id),
            from_engine(_olds),
            from_engine(_news),
            location_of(_olds),
            marker_of(_news),
            write_of(_olds),
        )
        run.journal.forget_service(int(_id))
        return engine.compared(difference)

    @as_one_message
    def create(self, props: Properties) -> CreateResult:
        """Copy, take over or adopt a service (Create Service, then the updates)."""
        from pulumi_livevox.resources.service import lifecycle

        run = process.run()
        service_id, location = lifecycle.create(run, from_engine(props), marker_of(props))
        run.journal.note_returned(marker_of(props))
        write = lifecycle.written(run, service_id, location, marker_of(props))
        run.writes.note_returned(write)
        inputs = with_marker(from_engine(props), props)
        return CreateResult(str(service_id), engine.outputs(inputs, location, write))

    @as_one_message
    def read(self, id_: str, props: Properties) -> ReadResult:
        """Read the declared sections; an id of nothing says that the service is gone."""
        from pulumi_livevox.resources.service import lifecycle

        run, location = process.run(), location_of(props)
        write = write_of(props)
        live = lifecycle.read(run, int(id_), from_engine(props), location)
        run.journal.forget_service(int(id_))
        if live is None:
            run.claims.note_gone(marker_of(props))
            return ReadResult("", {})
        inputs = with_marker(live, props)
        return ReadResult(id_, engine.outputs(inputs, location, write), engine.to_engine(inputs))

    @as_one_message
    def update(self, _id: str, _olds: Properties, _news: Properties) -> UpdateResult:
        """Write what changed (Update General, Phone, Settings, Messaging Property)."""
        from pulumi_livevox.resources.service import lifecycle

        run = process.run()
        write = lifecycle.update(
            run,
            int(_id),
            from_engine(_olds),
            from_engine(_news),
            location_of(_olds),
            marker_of(_news),
            write_of(_olds),
        )
        run.writes.note_returned(write)
        inputs = with_marker(from_engine(_news), _news)
        return UpdateResult(engine.outputs(inputs, location_of(_olds), write))

    @as_one_message
    def delete(self, _id: str, _props: Properties) -> None:
        """Delete the service (Delete Service)."""
        from pulumi_livevox.resources.service import lifecycle

        run, marker = process.run(), marker_of(_props)
        leftovers.tell_before_a_deletion(run.journal, marker)
        lifecycle.delete(
            run,
            int(_id),
            from_engine(_props),
            location_of(_props),
            marker,
            write_of(_props),
        )
        run.journal.forget_service(int(_id))
