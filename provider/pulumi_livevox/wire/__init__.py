"""The API as data. Imports nothing of this package; each name is imported from its module.

- Services: `services` as a whole, and their sections `general`, `inbound_hours`, `messaging`,
  `pacing`, `phone` and `settings`.
- `sessions`: what a login sends and brings.
- `enumerations`: the values that the API knows by name; `deprecated`: settings with two names.
- `phone_numbers` and `times`: how the API writes them.
- `fields`, `models`: what the bodies are made of, how they are read and written.

Programs load `enumerations`, `phone_numbers` and `times`, which do without pydantic.
"""
