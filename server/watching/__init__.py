"""Watching: what the machine has seen of a drill so far, for those who judge it while it runs; and their own bookmarks.

`progress` is pure: events in, lines out. `watch` brings it the events that have been told, off the tick loop.
"""
