"""The resources that a program declares, and how they are brought about.

A folder a resource, the same files in each: `resource` (the class in a program), `provider` (the
engine's questions), `lifecycle` (the calls that follow; knows no engine), `declaration` (what is
declared, typed) and `inputs` (how what users type is normalised and judged).
"""
