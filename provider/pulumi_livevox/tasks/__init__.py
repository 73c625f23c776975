"""What the command line does, as functions that a program can call; they print and ask nothing.

`stacks` is the one door to Pulumi's Automation API; `account` gives the client of a stack, or of
the environment.
"""
