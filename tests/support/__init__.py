"""What tests share: driving the app, running commands, clocks, damaged journals, readers of exports."""
