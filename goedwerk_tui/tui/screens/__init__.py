"""The screens, one to a file. A screen asks the workspace for what it shows, and reacts to what its widgets post."""
