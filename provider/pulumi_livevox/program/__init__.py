"""The user's process: what a program declares, before the engine asks a provider.

`running` is the program that runs, with its `configuration`; `siblings` is what its resources know
of one another. A constructor goes through `constructing`: the `options`, the `values`, known or
not, and in unit tests what is `mocked`. At the `end` users are told of lost `defaults` and of
`leftovers`. Nothing here knows the engine's process.
"""
