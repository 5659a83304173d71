"""The instruments without a screen: what state an exercise is in, its moves, and how it reads as plain text.

Each kind has a module with one frozen struct that holds the exercise's own words beside what was done, so that a result
reads as it was made whatever the programme says later. ``prefill`` makes such a struct, ``persistence`` keeps it.
"""
