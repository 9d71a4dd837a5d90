"""Inquiry: what papers, placards and the owner say of the goods, and when it is known what they are."""

from dataclasses import replace

from scenarios.rules.ground import pressing
from scenarios.rules.store_fire.rules import StoreFire, store_of
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people import command
from sim_core.people.walking import send_crowd
from sim_core.physics.oxidiser import Store
from sim_core.world import TICKS_PER_S, Job

GOODS = "goods"
TELLS_S = 1  # from hearing to word
PLACARDS = {  # what is read from each lookout, by what stands there
    0: {"reactive": "placard_oxidiser_wet", "plain": "placard_oxidiser"},
    1: {"cyanide": "placard_toxic", "plain": "placard_plain"},
}
NOT_READ = "placard_dark"


def sds(draft: Draft, rules: StoreFire, i: int, act: Act, by: str) -> None:
    """The papers of the store: what they say, which need not be so."""
    command.note(draft, i, GOODS, "papers", 0.0, store_of(draft).papers)
    command.plain(draft, rules, i, act, by)


def record(draft: Draft, rules: StoreFire, i: int, act: Act, by: str) -> None:
    """Placards and drums through a glass from a lookout: one side of the store. By night they are not to be read."""
    p, store = draft.people[i], store_of(draft)
    side = rules.incident.lookouts.index(p.place) if p.place in rules.incident.lookouts else -1
    if side < 0:
        return
    kind = store.rows[2 + side].kind
    word = NOT_READ if draft.weather.night or store.gone else PLACARDS[side].get(kind, PLACARDS[side]["plain"])
    command.note(draft, i, GOODS, p.place, 0.0, word)
    draft.event("did", seat=p.seat, act="record", subject=p.place, detail=word, by=by)
    if word != NOT_READ:
        read = tuple(r or k == side for k, r in enumerate(store.read))
        _learn(draft, replace(store, read=read))


def _learn(draft: Draft, store: Store) -> None:
    """Both sides read, or the owner heard: it is known what there is."""
    known = store.told or all(store.read)
    if known and not store.known:
        draft.fact("contents_known")
    draft.hazard = replace(draft.hazard, store=replace(store, known=known))


def call(draft: Draft, rules: StoreFire, i: int, act: Act, by: str) -> None:
    """A call outside. The owner says he will look it up and ring back; those beyond the fence leave when warned."""
    pressing.call(draft, rules, i, act, by)
    store, incident = store_of(draft), rules.incident
    if act.target == incident.owner and store.asked_tick < 0:
        asked = replace(store, asked_tick=draft.tick, asked_by=draft.people[i].seat)
        draft.hazard = replace(draft.hazard, store=asked)
    if act.target == incident.warned:
        n = [c.id for c in rules.site.crowds].index(incident.outside)
        away = max(incident.refuges, key=lambda place: rules.upwind(draft, place))
        draft.crowds[n] = send_crowd(draft.crowds[n], rules.site, away, draft.tick)


def ring_back(draft: Draft, rules: StoreFire) -> None:
    """The owner answers whoever asked him; a colleague tells the commander. Once a second."""
    store = store_of(draft)
    if store.asked_tick < 0 or store.told or draft.tick < store.asked_tick + store.reply_s * TICKS_PER_S:
        return
    n = next((k for k, p in enumerate(draft.people) if p.seat == store.asked_by), -1)
    if n < 0 or draft.people[n].state not in ("fit", "hurt"):
        return
    command.note(draft, n, GOODS, rules.incident.owner, 0.0, store.truth)
    _learn(draft, replace(store, told=True))
    p = draft.people[n]
    if p.colleague:
        said = Act("report", target=GOODS, detail=store.truth, to="IC")
        job = Job("", said, "working", draft.tick + TELLS_S * TICKS_PER_S)
        draft.people[n] = replace(p, jobs=(job, *p.jobs))
