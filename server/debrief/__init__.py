"""Debrief: what a sealed record says once it may be seen. Pure but for `readers` and `worker`, which run it elsewhere.

proven        the record, proven (chain, seal, draw), and its drill built again
opening       all that is shown at once; made of words, talk, splits, mattered
course        the record run again: curves, tracks, and whether every digest agrees
states        the true state of a span, and what a seat could see of it
model_answer  the expert's own run of the same draw, item by item
work          a wish and its reply; worker: does wishes in a process of its own; readers: asks it
"""
