"""A stack of a project on this machine, for tasks.

- `stack`: the one door to Pulumi's Automation API; the `steps` of a preview; `engine_words`, what
  Pulumi says of a failure.
- `stack_file`: `livevox:adopt` in the stack's file, edited in place.
"""
