"""People: walking, talking, gear, what is commanded, and the colleagues who fill empty seats."""
