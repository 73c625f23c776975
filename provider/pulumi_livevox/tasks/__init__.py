"""What the command line does, as functions that a program can call; they print and ask nothing.

- `export` and `adopt`, each made of what is in its folder (`exporting`, `adopting`).
- `showing`: one service whole. `selection`: which services are meant.
- `stacks`: the one door to Pulumi's Automation API, and a stack's file.
- `files`, `errors`: what goes wrong besides the calls of the API.
"""
