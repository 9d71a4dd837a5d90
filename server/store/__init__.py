"""store: the log of the live drills, on disk before anything takes effect.

Row         what a drill wants kept                       server.store.log
Stored      a row as it stands in the log, with its link  server.store.log
LogStore    what every log store does                     server.store.log
StoreError  why a store could not, in zh and en           server.store.log
SqliteLog   the log in one SQLite file                    server.store.sqlite_log
Writer      the thread that commits what is queued        server.store.writer

Nothing here is signed: a chain tells of a row that was changed, taken out or put in, not of rows cut off at the end.
"""
