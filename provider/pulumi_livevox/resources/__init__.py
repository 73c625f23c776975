"""The resources that a program declares, and how they are brought about.

A folder a resource, the same files in each: `resource` (the class in a program), `inputs` (how
what users type is normalised and judged), `lifecycle` (the calls that follow; knows no engine),
`provider` (the engine's questions). A service has `args` besides, what users type in its dicts,
`sections`, of what it consists, `copying`, `takeover` and `taken_names`; inbound hours have
`days`, `zones`, `spans` and `eastern`, how they are written, and `entries`, how the API keeps them.

Beside them, in reading order:

    values       what is unknown, and what is to be cleared
    judging      one sentence for each wrong value
    near_misses  names that were nearly typed
    program      what only the program can see: configuration, stack, siblings
    run          one run of one program: what its resources know of one another
    mocked       what check() does, in a user's unit test
    owner        the service that a child belongs to
    defaults     services that are left without a default caller ID, told in previews
    engine       what the engine hands over and takes back
    child        the engine's questions about what belongs to a service
    process      the one account of the provider's process
    platform     what the resources of a run share: client, locations, claims, names, journal
    concurrency  what happens at once: operations, and the calls of one operation
    claims       which live objects the program declares, so that no dead name takes one away
    names        which service names are taken in a call center
    markers      the name of a copy until it is complete
    records      small files that outlive a process that is killed
    journal      which services a run was making when it may have been killed
    writes       what else a run was about to write, until the state knows of it
    leftovers    what a killed run left, told where the program no longer declares it
    difference   the answer to a diff
    lifeline     the engine of the provider's process: where it stands, and that both end together
    errors       what goes wrong, told to the person who runs it
    notices      what is told and stops nothing
"""
