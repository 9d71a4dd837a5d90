"""Staffing: what staff send, as acts of the core."""

from clients.protocol.messages import SafetyStop, StaffAct
from sim_core.acts import Act

REASON = "reason"


def staff_act(message: StaffAct) -> Act:
    """A director's act. The reason stands among its words."""
    words = ((REASON, message.reason),) if message.reason else ()
    return Act(message.kind, message.target, message.detail, message.value, words)


def stop_act(message: SafetyStop) -> Act:
    """The safety stop."""
    return Act("safety_stop", words=((REASON, message.reason),) if message.reason else ())
