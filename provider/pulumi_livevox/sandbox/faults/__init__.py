"""What goes wrong between the API and its callers, on request.

    kinds         what may go wrong, each kind a class, and which requests it strikes
    reading       kinds from JSON, and in words what is wrong with it
    fault_set     those that are set, counted
    interference  every request passes here: is it struck, does its list lag?
    striking      what a kind does to the request that it strikes
    exchange      that request: to be carried out, answered or left without an answer
    connection    the connection below HTTP: to cut it, and to see that it is gone
    lag           lists that show the state of some seconds ago

They are set by a file (`pulumi-livevox sandbox --faults FILE`) or, while the sandbox runs, by
`PUT /sandbox/faults` with the same JSON; `GET` shows what is set and how often each struck,
`DELETE` clears it. A PUT replaces what was set, and counting begins anew.

A new kind is a class in `kinds`, which its unions name, and a case in `striking`, which mypy then
misses; a test misses it in the command's help. The API's methods know nothing of faults.
"""
