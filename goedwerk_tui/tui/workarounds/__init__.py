"""What of Textual does not do as it should, mended from outside until it does.

Only here is Textual touched where it has no name to the outside. Each part says what is wrong, where that is known, and
when the part can go. Raising Textual to another minor version begins with reading this package.
"""
