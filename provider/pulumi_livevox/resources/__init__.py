"""The resources that a program declares, and how they are brought about.

A folder a resource, the same files in each: `resource` (the class in a program), `inputs` (how
what users type is normalised and judged), `lifecycle` (the calls that follow; knows no engine),
`provider` (the engine's questions).
"""
