"""Acts of this kind of incident: foam, water, the foam check, the data sheet of the tank, watching and recording."""

from dataclasses import replace

from scenarios.rules.ground import pressing
from scenarios.rules.tank_fire import boiling
from scenarios.rules.tank_fire.rules import TankFire, fires_of
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people import command
from sim_core.people.bodies import position, within_m
from sim_core.physics import suppression
from sim_core.world import DeviceState

WATCHES_M = 200.0
WITHIN = "within_"
LEAST_OF_LEFT = 0.1  # a time for less than this share of what is left tells nothing: training assumption 训练假设
LIGHT_BOILS_C, STABLE_BOILS_C = 36.0, 52.0
ICE_K = 273.15


def _set(draft: Draft, rules: TankFire, device: str, state: str, by: str) -> None:
    opens = 0.0 if state == "closed" else 1.0
    draft.devices[rules.site.device_index[device]] = DeviceState(state, opens, draft.tick, wanted=state, by=by)


def _did(draft: Draft, i: int, act: Act, by: str, value: float = 0.0, detail: str = "") -> None:
    seat = draft.people[i].seat
    draft.event("did", seat=seat, act=act.kind, subject=act.target, detail=detail or act.detail, value=value, by=by)


def foam(draft: Draft, rules: TankFire, i: int, act: Act, by: str) -> None:
    """A riser or a foam monitor is opened or shut. detail: start or stop. What it was started with is held against
    what the standard asks for."""
    seat = draft.people[i].seat
    stops = act.detail == "stop"
    _set(draft, rules, act.target, "closed" if stops else "open", by or seat)
    _did(draft, i, act, by, detail=act.detail or "start")
    if stops:
        return
    fit = _fit(draft, rules)
    need, attack = _need_l(draft, rules, act.target)
    if not fires_of(draft).foam_checked:
        draft.fact("foam_unchecked_started", seat=seat, by=by)
    if not fit or draft.foam_stock_l < need:
        draft.fact("foam_unfit_started", seat=seat, by=by, value=draft.foam_stock_l)
    elif attack:
        draft.fact("foam_attack", seat=seat, by=by, value=draft.foam_stock_l)


def _fit(draft: Draft, rules: TankFire) -> bool:
    """Whether this foam can hold on what is in the tank."""
    return suppression.works_on(draft.foam_type, rules.incident.polar) and fires_of(draft).contents != "light"


def _need_l(draft: Draft, rules: TankFire, device: str) -> tuple[float, bool]:
    """Concentrate that the standard asks for what this outlet is aimed at; and whether it attacks the tank's fire."""
    incident = rules.incident
    tank, fire = rules.site.tanks[incident.tank], fires_of(draft).tanks[incident.tank].was
    if device == incident.seal_riser:
        return incident.need_l(tank, "rim"), fire == "rim"
    if device == incident.surface_riser:
        return incident.need_l(tank, "full"), fire == "full"
    pool = draft.hazard.pools[incident.bund]
    if draft.hazard.fires_kw[incident.bund] > 0.0 or (pool.mass_kg > 0.0 and not fire):
        return incident.spill_need_l(pool.area_m2), not fire
    return incident.monitor_need_l(tank), False


def check_foam(draft: Draft, rules: TankFire, i: int, act: Act, by: str) -> None:
    """Read type and stock; what that means for the fire that burns is a fact for the sheet, not for the crew."""
    command.check_foam(draft, rules, i, act, by)
    draft.hazard = replace(draft.hazard, tank_fires=replace(fires_of(draft), foam_checked=True))
    incident = rules.incident
    was = fires_of(draft).tanks[incident.tank].was
    pool_m2 = draft.hazard.pools[incident.bund].area_m2
    need_l = incident.need_l(rules.site.tanks[incident.tank], was) if was else incident.spill_need_l(pool_m2)
    if not suppression.works_on(draft.foam_type, incident.polar):
        draft.fact("foam_known_unfit")
    elif draft.foam_stock_l < need_l:
        draft.fact("foam_known_short", value=draft.foam_stock_l)


def sds(draft: Draft, rules: TankFire, i: int, act: Act, by: str) -> None:
    """Data sheet and last assay of what is in the tank: where it begins to boil."""
    light = fires_of(draft).contents == "light"
    tank = rules.site.tanks[rules.incident.tank].id
    command.note(draft, i, "boils", tank, LIGHT_BOILS_C if light else STABLE_BOILS_C, "light" if light else "stable")
    _did(draft, i, act, by, LIGHT_BOILS_C if light else STABLE_BOILS_C)
    if light:
        draft.fact("contents_known_light")


def spray(draft: Draft, rules: TankFire, i: int, act: Act, by: str) -> None:
    """A water monitor: fog on the shell, a jet into the tank, or shut."""
    state = {"stop": "closed", "jet": "jet"}.get(act.detail, "fog")
    _set(draft, rules, act.target, state, by or draft.people[i].seat)
    _did(draft, i, act, by, detail=act.detail or "fog")


def record(draft: Draft, rules: TankFire, i: int, act: Act, by: str) -> None:
    """The thermal camera on the shell of the tank, written down, degC to 10; where a flame does not show to the eye
    also whether the bund burns."""
    celsius = draft.tanks[rules.incident.tank].wall_k - ICE_K
    shown = 10.0 * float(int(celsius / 10.0))
    command.note(draft, i, "shell", rules.site.tanks[rules.incident.tank].id, shown)
    _did(draft, i, act, by, shown)
    line_m = boiling.hot_line_m(draft, rules, *position(draft.people[i], draft.tick))
    if line_m >= 0.0:
        word = "camera" if fires_of(draft).camera else "film"
        command.note(draft, i, "hot_line", rules.site.tanks[rules.incident.tank].id, line_m, word)
    bund, (x, y) = rules.incident.bund, position(draft.people[i], draft.tick)
    if rules.incident.faint and rules.site.bunds[bund].within(x, y, WATCHES_M):
        word = "burning" if draft.hazard.fires_kw[bund] > 0.0 else "not_burning"
        command.note(draft, i, "flame", rules.site.bunds[bund].id, word=word)
        draft.hazard = replace(draft.hazard, tank_fires=replace(fires_of(draft), looked_tick=draft.tick))


def retreat(draft: Draft, rules: TankFire, i: int, act: Act, by: str) -> None:
    """The retreat is signalled, and its signal heard all over the site for a while.

    A colleague who is urged to stay says so, and leaves only at the second signal or when told in person.
    """
    fires, before = fires_of(draft), {p.seat: p for p in draft.people}
    command.retreat(draft, rules, i, act, by)
    for n, p in enumerate(draft.people):
        if p.seat == fires.urged and p.colleague and p.state in ("fit", "hurt"):
            asked = pressing.passed_on(draft, "urged_to_stay")
            draft.people[n] = replace(p, jobs=(asked, *before[p.seat].jobs))
    draft.hazard = replace(draft.hazard, tank_fires=replace(fires, retreat_tick=draft.tick, urged=""))


def fix_time(draft: Draft, rules: TankFire, i: int, act: Act, by: str) -> None:
    """The commander says by when everybody will be out. detail: within_ and minutes. It is held against how long there
    is: late, or so early that it tells nothing, is no such time. value: seconds."""
    seconds, left = 60.0 * float(act.detail.removeprefix(WITHIN)), boiling.left_s(draft, rules)
    _did(draft, i, act, by, seconds)
    if left < boiling.NEVER_S:
        if seconds > left:
            draft.fact("time_fixed_late", seat=draft.people[i].seat, value=left)
        elif seconds >= LEAST_OF_LEFT * left:
            draft.fact("time_fixed_safe", seat=draft.people[i].seat, value=left)


def watch(draft: Draft, rules: TankFire, i: int, act: Act, by: str) -> None:
    """Watch the fire ground: the foam is held where the metal is hot. Works from within sight of the tank."""
    command.measure(draft, rules, i, act, by)
    x, y = position(draft.people[i], draft.tick)
    tank = rules.site.tanks[rules.incident.tank]
    if within_m(x, y, tank.x_m, tank.y_m, WATCHES_M):
        fires = fires_of(draft)
        draft.hazard = replace(draft.hazard, tank_fires=replace(fires, watched_tick=draft.tick))
