"""The Configuration API as a local server, for trying things out and for tests.

It is written from the vendor's documentation alone and shares no code with the client, so that
the two check each other. Start it with `pulumi-livevox sandbox`, or inside a program with
`pulumi_livevox.sandbox.server.running`. From the network inwards:

    server      the server itself: in the foreground, or for the length of a block
    access_log  every request, for people and for programs
    app         which address is which method
    admin       the sandbox's own addresses, to arrange a situation and to look inside
    api/        the methods, a module for each tab of the service editor; `call` is what they share
    faults/     what goes wrong between the API and its callers
    platform    what all of these read and write, opened: data, sessions, faults
    catalog     the services; accounts: users, roles and sessions
    bodies      what requests say: bodies, and `parameters` of the query; refusals: the answer no
    database    one SQLite file, filled anew by `seed` with the services of `seed_services`
"""
