"""Where the programme and the journal meet: the route through a step, progress, and what comes next.

Knows no screens and no files; asks ``programme`` and ``journal`` and answers in frozen values.
"""
