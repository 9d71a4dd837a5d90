"""Acts at a special operation: permit, grade, approval, inspection, blinds, locks, clearing, the extinguisher."""

from dataclasses import replace

from scenarios.rules.ground import fright, pressing
from scenarios.rules.special_work import gangs, igniting
from scenarios.rules.special_work.rules import SpecialWork, put_work, work_of
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people import command
from sim_core.people.command import note
from sim_core.people.walking import send_crowd
from sim_core.world import DeviceState

ABOUT_THE_WORK = ("work", "beside")  # kinds of places
NOTHING_WRONG = "as_it_should_be"


def permit(draft: Draft, rules: SpecialWork, i: int, act: Act, by: str) -> None:
    """The permit is read: each of its fields is a note."""
    for field in work_of(draft).paper:
        note(draft, i, "permit", field.id, field.value, field.word)
    command.plain(draft, rules, i, act, by)


def grade(draft: Draft, rules: SpecialWork, i: int, act: Act, by: str) -> None:
    """The grade on the permit is set. value: 1 if it is the right one."""
    put_work(draft, replace(work_of(draft), grade=act.target))
    right = 1.0 if act.target == rules.incident.grade_right else 0.0
    draft.event("did", seat=draft.people[i].seat, act="grade", subject=act.target, value=right, by=by)


def approve(draft: Draft, rules: SpecialWork, i: int, act: Act, by: str) -> None:
    """The crew is let begin, or the work is put off."""
    command.plain(draft, rules, i, act, by)
    if act.detail == "begin":
        gangs.call(draft, rules, draft.people[i].seat)
        return
    if rules.working(draft) or work_of(draft).stage == "called":
        draft.crowds[rules.crew] = send_crowd(draft.crowds[rules.crew], rules.site, rules.incident.rest, draft.tick)
    gangs.halt(draft, rules, "put_off")
    if draft.weather.speed_m_s >= rules.incident.wind_limit_m_s:
        draft.fact("put_off_for_wind", by=draft.people[i].seat)


def inspect(draft: Draft, rules: SpecialWork, i: int, act: Act, by: str) -> None:
    """Looked at closely: what it is like is a note."""
    work = work_of(draft)
    word = dict(work.signs).get(act.target, NOTHING_WRONG)
    put_work(draft, replace(work, looked=(*work.looked, act.target)))
    note(draft, i, "inspect", act.target, 0.0, word)
    draft.event("did", seat=draft.people[i].seat, act="inspect", subject=act.target, detail=word, by=by)


def isolate(draft: Draft, rules: SpecialWork, i: int, act: Act, by: str) -> None:
    """A blind is in the line, locked and tagged."""
    n, seat = rules.site.device_index[act.target], draft.people[i].seat
    draft.devices[n] = DeviceState("closed", 0.0, draft.tick, wanted="closed", by=by or seat)
    draft.event("changed", subject=act.target, detail="closed", by=by)
    command.plain(draft, rules, i, act, by)
    if all(rules.is_set(draft, b) for b in rules.incident.blinds):
        draft.fact("blinds_in", seat=seat, by=by)


def lock(draft: Draft, rules: SpecialWork, i: int, act: Act, by: str) -> None:
    """A lock and a tag hang on it. value: 1 if it is off or shut."""
    work, seat = work_of(draft), draft.people[i].seat
    put_work(draft, replace(work, locked=(*work.locked, act.target)))
    off = 1.0 if rules.open(draft, act.target) == 0.0 else 0.0
    draft.event("did", seat=seat, act="lock", subject=act.target, value=off, by=by)


def clear(draft: Draft, rules: SpecialWork, i: int, act: Act, by: str) -> None:
    """Who does not belong to the work is asked to go home, and goes; who has lost his head is led to the muster point.
    value: how many went. The crew is not asked: it is let begin or put off."""
    lost = [n for n in range(len(draft.crowds)) if fright.lost(draft, rules, n)]
    went = 0 if rules.others in lost else _dismiss(draft, rules, act.target)
    if rules.site.place[act.target].kind in ABOUT_THE_WORK:
        put_work(draft, replace(work_of(draft), others_tick=-1))
    fright.tell(draft, i, act, by, went + fright.lead(draft, rules, act.target, lost))


def _dismiss(draft: Draft, rules: SpecialWork, place: str) -> int:
    """Those who do not belong here go home from a place, or turn back on the way there. Returns how many."""
    n = rules.others
    crowd = draft.crowds[n]
    if place not in (crowd.place, *crowd.route):
        return 0
    draft.crowds[n] = send_crowd(crowd, rules.site, rules.site.crowds[n].place, draft.tick)
    return crowd.number


def extinguish(draft: Draft, rules: SpecialWork, i: int, act: Act, by: str) -> None:
    """A hand extinguisher on an incipient fire. value: 1 if it is out: it has not spread, and no gas feeds it."""
    work, seat = work_of(draft), draft.people[i].seat
    out = work.fire_tick >= 0 and "fire_spread" not in draft.facts and not igniting.fed(draft, rules)
    if out:
        put_work(draft, replace(work, fire_tick=-1, out_tick=draft.tick))
        draft.fact("fire_out", seat=seat, by=by)
    draft.event("did", seat=seat, act="extinguish", subject=act.target, value=1.0 if out else 0.0, by=by)


def call(draft: Draft, rules: SpecialWork, i: int, act: Act, by: str) -> None:
    """A call; it may put right what is not as it should be."""
    pressing.call(draft, rules, i, act, by)
    mended = tuple(flaw for flaw, number in rules.incident.mends.items() if number == act.target)
    put_work(draft, replace(work_of(draft), mended=(*work_of(draft).mended, *mended)))


EFFECTS = {
    "permit": permit,
    "grade": grade,
    "approve": approve,
    "inspect": inspect,
    "isolate": isolate,
    "lock": lock,
    "clear": clear,
    "extinguish": extinguish,
    "record": command.plain,
    "call": call,
}
