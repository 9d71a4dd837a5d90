"""cli: the command line, and the one place that knows environment, clock, entropy and files."""
