"""What `tasks.adopt` is made of.

- `previewed`: the services that a preview of the stack would make, with what belongs to each.
- `live_services`: where they are looked for, and what lives there by name.
- `matching`: which of them each is, or why that is left to the user.
- `comparing`: what taking it over would change.
"""
