"""Panel rooms: a small rubric, a drill fought on it, and panels opened in a real catalogue."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Connection, Engine

from scoring import Item, Pattern, Rubric, Text, Veto
from scoring.marks import Sheet, prefill
from server.access.roles import Role
from server.catalogue import accounts, drills
from server.catalogue.drills import DrillRow
from server.panel.life import Seated, lock, open_panel, save, set_prefilled
from server.panel.sheet import Entry, Patch
from sim_core.events import Event

AT = datetime(2026, 3, 1, 8, tzinfo=UTC)
DRILL = "00000000000000d1"
ANNA, BO, CHEN, CHIEF = "a" * 16, "b" * 16, "c" * 16, "f" * 16
EXAMINERS = (ANNA, BO, CHEN)


def ordered(act: str) -> tuple[tuple[Pattern, ...], ...]:
    return ((Pattern("ordered", seat="IC", act=act),),)


ALARM = Item(
    "alarm", Text("报警", "Raise the alarm"), "procedure", Decimal(45), done=ordered("ALARM"), clock=("smell",),
    target_s=55, limit_s=180, floor_s=5, critical=True, timing_weight=Decimal(1), axes={"D1": Decimal("0.5")},
)  # fmt: skip
UNHURT = Item("unhurt", Text("无人受伤", "Nobody hurt"), "outcome", Decimal(15), never=(Pattern("harm"),))
COMMAND = Item("command", Text("指挥", "Command"), "command", Decimal(15), human=True)
REPORT = Item("report", Text("移交", "Hand over"), "closing", Decimal(10), human=True)
ENGINE = Veto("engine", Text("云中启动", "engine in the cloud"), facts=(Pattern("fact", subject="engine*"),))
EVACUATE = Veto("evacuate", Text("未疏散", "no evacuation"), absent=ordered("EVAC")[0], limit_s=300)
RUBRIC = Rubric("sample", "1", (ALARM, UNHURT, COMMAND, REPORT), (ENGINE, EVACUATE), names={"ALARM": ("报警", "alarm")})

FOUGHT = (
    Event(200, "cue_revealed", "IC", subject="smell"),
    Event(1700, "ordered", "IC", "ALARM", "siren", to="DCS", value=0.1),
    Event(1900, "ordered", "IC", "EVAC", "all", to="SAF"),
    Event(10000, "ended", detail="time"),
)
PREFILLED: Sheet = prefill(FOUGHT, RUBRIC, ("IC",), 10_000)  # 45 + 11.08 for time + 15, the rest is for examiners
MACHINE = PREFILLED.machine_points

_ids = iter(range(1, 10**9))


def new_id() -> str:
    """A save id that nobody has used."""
    return str(UUID(int=next(_ids)))


def mark(points: str, time_points: str = "0.00", reason: str = "") -> Entry:
    return Entry(Decimal(points), Decimal(time_points), reason)


def marks(**points: str) -> Patch:
    """A patch that marks human items."""
    return Patch(marks={item: mark(given) for item, given in points.items()})


FULL = Patch(marks={"command": mark("12.00"), "report": mark("8.00")}, global_rating=4)


def seat_accounts(db: Connection) -> None:
    for number, account in enumerate((*EXAMINERS, CHIEF)):
        accounts.add(db, account, f"person {number}", Role.CHIEF if account == CHIEF else Role.EXAMINER, "-", AT)


def opened(engine: Engine, drill: str = DRILL, sealed: bool = True) -> None:
    """A drill with its panel of three; their accounts, if they are not there."""
    with engine.begin() as db:
        if not accounts.list_(db):
            seat_accounts(db)
        drills.add(db, DrillRow(drill, "sample", "00", "exam", AT))
        open_panel(db, drill, RUBRIC, [Seated(ANNA), Seated(BO), Seated(CHEN, external=True)], AT)
        if sealed:
            set_prefilled(db, drill, PREFILLED)


def judged(engine: Engine, examiner: str, command: str, rating: int = 4, drill: str = DRILL, **more: Patch) -> None:
    """Save a whole sheet and lock it: `command` points for command, 8 for the report."""
    patch = Patch(marks={"command": mark(command), "report": mark("8.00")}, global_rating=rating)
    with engine.begin() as db:
        row = save(db, drill, examiner, new_id(), 0, patch, AT)
        for other in more.values():
            row = save(db, drill, examiner, new_id(), row.version, other, AT)
        lock(db, drill, examiner, new_id(), row.version, AT + timedelta(minutes=1), Finals())


class Finals(list[str]):
    """Hears of panels that become final."""

    def __call__(self, _: Connection, drill: str) -> None:
        self.append(drill)
