"""The fire crew's own acts: foam monitors. The engine is the ground's."""

from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.world import DeviceState


def foam(draft: Draft, rules: LiquidRelease, i: int, act: Act, by: str) -> None:
    """A monitor is opened or shut. detail: start or stop."""
    seat = draft.people[i].seat
    state = "closed" if act.detail == "stop" else "open"
    draft.devices[rules.site.device_index[act.target]] = DeviceState(
        state, 0.0 if state == "closed" else 1.0, draft.tick, wanted=state, by=by or seat
    )
    draft.event("did", seat=seat, act="foam", subject=act.target, detail=act.detail or "start", by=by)
