"""live: the drills that are being run, on sockets, clock and log. The rooms themselves know none of these.

opening     a new drill: keys, commitment, first row            server.live.opening
vault       the keys of a drill at rest                         server.live.vault
Host        a room with its lines and what waits for the log    server.live.host
Ledger      the writer thread as the loop sees it               server.live.ledger
Hold        how long frames wait for it, row or not             server.live.hold
Clockwork   one heap of deadlines for all drills                server.live.clockwork
Line        one client's connection: queue, slot, beats         server.live.line
Live        all of it, and what comes before and after          server.live.live
socket      /ws: the one endpoint of the protocol               server.live.socket
sealing     the record of a drill, made from its log            server.live.sealing
Archive     phases in the catalogue, records in their folder    server.live.archive
branching   a training drill left at a tick                     server.live.branching
"""
