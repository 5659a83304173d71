"""The screens, one to a file. A screen asks the keeper for what it shows, and reacts to what its widgets post."""
