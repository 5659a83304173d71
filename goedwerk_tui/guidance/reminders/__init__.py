"""Between the sessions: questions, intentions, meetings, looking back, and what of it waits today."""
