"""The Configuration API as a local server, for trying things out and for tests.

It is written from the vendor's documentation alone and shares no code with the client, so that
the two check each other. Start it with `pulumi-livevox sandbox`, or inside a program with
`pulumi_livevox.sandbox.server.running`.
"""
