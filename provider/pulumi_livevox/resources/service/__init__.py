"""Services.

Besides the files that every resource has: `sections`, of which a service consists; `args` and
`outputs`, what users type and get back, and `notices` of it; how one comes to be (`copying`,
`adopting`, and `resuming` what a killed run had made), is named (`naming`) and is deleted
(`deleting`).

What stands already: a service `whole`, with its numbers and hours; what `taking_over` changes; the
service `as_program`, and `saving` that.

How others name a service in a program (`reference`) and in a state (`ids`); how programs look it up
(`lookup`), by what calls (`asking`), and what they find (`results`).
"""
