"""What `tasks.export` is made of.

- `choices`: what it is asked for, and what holds where nothing is said.
- `reading`: the services, side by side; `kept_reads`: what was read, kept until it is complete.
- `unseen`: what an export before had and this one did not find; `whereabouts`: what became of it.
- `services`: those that it declares; `changes`: what differs on them since the export before.
- `text`: the project as text.
- `folder`: which files are written there; `entries`: what becomes of those in a stack's file.
- `record`: what tells the next export what this one wrote.
"""
