"""The instruments on screen: for each kind a widget that is a view on the state in ``guidance.exercises``.

A widget shows the state it is given, makes the moves that its keys and the mouse ask for, and posts each new state. It
keeps nothing; the exercise screen does.
"""
