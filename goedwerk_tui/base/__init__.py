"""What every other package stands on: safe files, places, the clock, plain text and how trouble is told.

Knows nothing of programmes, journals or screens.
"""
