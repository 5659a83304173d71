"""What is being written, and how it gets kept: one core, and for each kind how it is read, recorded and drafted.

Knows the programme and the journal by the workspace, and no screen.
"""
