"""Services.

Besides the files that every resource has: `sections`, of which a service consists; `args` and
`outputs`, what users type and get back, and `notices` of it; how one comes to be (`copying`,
`adopting`, and `resuming` what a killed run had made), is named (`naming`) and is deleted
(`deleting`); how others name it in a program (`reference`) and in a state (`ids`); how programs look
it up (`lookup`), by what calls (`asking`), and what they find (`results`).
"""
