"""sdk: a drill from the other end of the wire, headless; for bots, load tools and whoever writes a client.

DrillClient   a seat or a staff desk, kept over lost connections   clients.sdk.client
Rest          log-in, seat codes and the other routes              clients.sdk.rest
Snapshot      the state as it stands                               clients.sdk.client
EndedError    the conversation is over for good                 clients.sdk.faults
RefusedError  one act was not taken                             clients.sdk.faults
Pauses        how long to wait before the next connection          clients.sdk.pauses
"""

from clients.sdk.client import DrillClient, Snapshot
from clients.sdk.faults import EndedError, RefusedError
from clients.sdk.pauses import Pauses
from clients.sdk.rest import Rest, RestError

__all__ = ["DrillClient", "EndedError", "Pauses", "RefusedError", "Rest", "RestError", "Snapshot"]
