"""load: many clients in one process, each as light as it goes, and what they get to see.

Wire       one WebSocket connection without task or queue    clients.load.wire
Glance     what a load client looks at in a message          clients.load.glance
Client     a seat that acts, or a desk that watches          clients.load.client
press      put a server under load, and measure              clients.load.pressing
Report     what came of it                                   clients.load.report
dawdle     a client that reads slowly, or never              clients.load.dawdling
"""

from clients.load.client import Chair
from clients.load.dawdling import dawdle
from clients.load.pressing import press
from clients.load.report import Report

__all__ = ["Chair", "Report", "dawdle", "press"]
