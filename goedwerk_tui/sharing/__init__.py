"""What may leave: a selection of entries becomes one neutral document, and that becomes a file.

Knows no screens. Nothing is ever selected that was marked never to leave.
"""
