"""What the program must know of each kind of exercise, above its state: one descriptor a kind, in one table.

``descriptor_of`` in ``table`` is the door. How a kind looks on paper, in an export and on the screen is for the rooms
above, each of which has a table of its own.
"""
