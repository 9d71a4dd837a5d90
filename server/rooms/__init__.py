"""rooms: drills as they are run: messages and time in, rows for the log and frames for the clients out. No I/O here.

Room      one drill: receive, admit, tick                         server.rooms.room
LIFE      what follows what in a drill's life, as one table       server.rooms.life
rows      what a room writes to the log                           server.rooms.rows
lanes     numbered events to each audience, and latest states     server.rooms.lanes
restore   a room from its rows                                    server.rooms.restoring
"""
