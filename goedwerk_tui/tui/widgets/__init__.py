"""Building blocks of the screens. They get what they show and post what was done; they never ask the journal."""
