"""protocol: what goes over the wire, defined once.

Message   one frame, tagged by type          clients.protocol.messages
frames    messages as bytes and back         clients.protocol.frames
cells     states from baseline and changes   clients.protocol.cells
"""
