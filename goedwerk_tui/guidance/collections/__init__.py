"""What stands and grows: words and strategies, the conditions of good work, the vision."""
