"""The user's process: what a program declares, before the engine asks a provider.

`constructing` is what every constructor begins with; it goes on with what stands in
    `options` (refused or taken; who a resource is by them), `configuration` (once a run),
    `values` (made plain; outputs that are not known yet), `mocked` (unit tests), `outputs` (typed),
    `waiting` (how the SDK waits for all of them).
`siblings` is what the resources of one program know of one another.
`adoption` is what the stack's configuration says of services to be taken over.
`lookups` ask what stands, with the one `account` of the run.
`end` is when users are told of all resources (what is known then of outputs: `awaiting`): of
    `takeovers`, of `copies` that have one name, of lost `default_caller_ids`, and of `leftovers`.
`running` tells the programs of one process apart; `account` is what a program reads
    with, and `lookups` what every lookup is made of.

Nothing here knows the engine's process.
"""
