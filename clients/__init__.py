"""clients: what may leave the building. Nothing of ours is imported here, so no rule and no physics goes with it.

protocol   what goes over the wire, defined once   clients.protocol
sdk        a drill from the other end of it        clients.sdk
load       many clients at once, and what they see clients.load

They make up the wheel `yanlian-client`, built from this folder alone (`pip wheel clients/`).
"""
