"""A Pulumi project that declares services as they stand; pure, from what was read to text.

`options` are what it is to be like and what it is; `naming` its names and references, `sharing`
what it lifts out, `modules` its program and `stack_files` its configuration.
"""

from __future__ import annotations

from collections.abc import Sequence

from pulumi_livevox.resources.service.as_program.declarable import declarable
from pulumi_livevox.resources.service.as_program.left_out import LeftOut
from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.tasks.exporting.text.modules import Program, modules
from pulumi_livevox.tasks.exporting.text.naming import References, by_name, namings
from pulumi_livevox.tasks.exporting.text.options import Project, ProjectOptions
from pulumi_livevox.tasks.exporting.text.stack_files import (
    project_file,
    stack_file,
    stack_file_name,
)


def render(services: Sequence[WholeService], options: ProjectOptions) -> Project:
    """Return a project that declares services as they stand.

    The text depends on the services alone, not on their order, and ids stand in it where nothing
    else names what is meant: call centers, the template, and services outside of the project.
    Two services of one name are told apart by a number, the older one first.
    """
    beside = frozenset(service.id for service in services)
    declared = [
        declarable(
            service, _template_of(service, options), beside=beside, settings=options.settings
        )
        for service in by_name(services)
    ]
    standing = [each for each in declared if not each.is_whole_left_out]
    names = namings([each.service for each in standing], options.resource_names)
    program = Program(
        services=declared,
        namings=names,
        references=References(standing),
        template=options.template,
        copies=frozenset(
            each.service.id for each in standing if _template_of(each.service, options)
        ),
        protect=options.protect,
    )
    adopted = {naming.resource: service_id for service_id, naming in names.items()}
    configuration = stack_file_name(options.stack_name)
    files = {
        "Pulumi.yaml": project_file(options.project_name),
        configuration: stack_file(options.configuration, adopted),
        **modules(program),
    }
    left_out = tuple(each for one in declared for each in one.left_out)
    return Project(files, configuration, adopted, left_out)


def _template_of(service: WholeService, options: ProjectOptions) -> WholeService | None:
    """Return the template of a service: a copy stands in its call center, and is another one."""
    template = options.template
    is_copy = (
        template is not None
        and template.id != service.id
        and template.call_center_id == service.call_center_id
    )
    return template if is_copy else None


__all__ = ["LeftOut", "Project", "ProjectOptions", "render"]
