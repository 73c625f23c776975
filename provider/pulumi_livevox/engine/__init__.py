"""The provider's process: what the engine hands over and takes back.

- `provider`: the engine's questions, each answered by what a kind of resource brings.
- `properties`: from the engine's properties to typed values, and back.
- `messages`: a failure as one message.
- `process`: the one run of the process, configured and connected; `pool`: how much it does at once;
  `lifeline`: it ends with its engine.
"""
