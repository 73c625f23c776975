"""What users declare: values that stand for something else, and what is said of wrong ones.

`judging` has a sentence for each wrong value, before any call, and `judged` is the answer to a
check; `near_names` finds the name that was meant; `values` are what is not known yet, and what is
to be cleared.
"""
