"""What stands on the platform as a program that one would have written by hand; pure.

`declarable` is what a program can declare of a service: its `properties`, `numbers` and
`hours`, and what is `left_out` with the reason. `statements` writes it in `python` text, with the
`slugs` that are its names.
"""

from __future__ import annotations

from pulumi_livevox.resources.service.as_program.declarable import declarable
from pulumi_livevox.resources.service.as_program.slugs import variable
from pulumi_livevox.resources.service.as_program.statements import (
    Naming,
    Said,
    block,
    left_out_whole,
)
from pulumi_livevox.resources.service.whole import WholeService


def saved_program(whole: WholeService, resource_name: str) -> str:
    """Return a program that declares a service as it stands, to bring it back so.

    Whatever can be declared is: what is null where the API takes a null, hours that are none, and
    those of an OUTBOUND service. What can't be is in a comment, with the reason, and so is what
    held nothing and can't be emptied again. Its adoption is in the program.
    """
    declared = declarable(whole, brings_back=True)
    if declared.is_whole_left_out:
        text = left_out_whole(declared)
        return f"{_head(whole)}\n\n{text}\n"
    naming = Naming(resource_name, variable(resource_name))
    said = Said(making={"adopt_id": whole.id})
    text = block(declared, naming, said, is_named=False)
    imports = "import pulumi\n" if declared.has_outbound_hours else ""
    imports += "import pulumi_livevox as livevox"
    return f"{_head(whole)}\n\n{imports}\n\n{text}\n"


def _head(whole: WholeService) -> str:
    return (
        f'"""Service {whole.id} of call center {whole.call_center_id} as it stood.\n\n'
        "Declare it so in the place of what changed it, and `pulumi up` brings it back, but\n"
        "for what comments name: what can't be declared, and what held nothing and the API can't\n"
        "empty again. Nor can a message be taken away that was not there at all.\n"
        '"""'
    )
