"""What one run of the engine shares, whoever asks. Knows no engine and no program.

- `run`: one account, its client and what is known of it; all of the following hang on it.
- `claims`: which objects the program declares, so that no dead name takes one away.
- `service_names`: which names are taken in a call center.
- The `journal`: `commits` (services about to be made) and `writes` (what else was about to be
  written), both kept as `records`; `leftovers` tells what a killed run left of them, `checkpoints`
  whether the state is written at the end of a run alone, so that the journal has to stand in.
- `saved`: what stood before a run took it over; `files`, written whole or not at all.
- `state`: an object as the state has it; `target`: which object that is; `identity`: whose it is.
- `difference`: the answer to a diff; `doubts`: what it tells after a run that broke off.
- `at_once`: the calls of one operation, side by side.
- `started_in`: where the user stood who started the engine.
- `errors`, `notices`: what the person who runs it is told.
"""
