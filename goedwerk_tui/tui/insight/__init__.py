"""How pictures look in a terminal: plain characters, with the same meaning without colour."""
