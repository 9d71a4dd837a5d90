"""clients: what may leave the building. Nothing of ours is imported here, so no rule and no physics goes with it.

Protocol, SDK, desktop and web come with the live server.
"""
