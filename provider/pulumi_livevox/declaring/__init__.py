"""What users declare: values that stand for something else, and what is said of wrong ones.

`judging` finds every wrong value before any call and says so in `sentences`; `judged` is the answer
to a check; `changes` are values that differ, in words; `near_names` finds the name that was meant;
`values` are what is not known yet, and what is to be cleared.
"""
