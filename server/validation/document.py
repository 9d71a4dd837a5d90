"""Document: docs/validation.md, of the same tables as the page; `python -m server.validation.document` writes it."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from server.validation.answer import verdict
from server.validation.cohorts import cohorts
from server.validation.peers import oxygen, races
from server.validation.predicting import Found, find
from server.validation.scores import DEFINITIONS
from server.validation.told import ABOUT, DRILLS, HEADS, NONE_POOR, TITLE
from server.validation.words import figure, floor_of, judged, missed, poor_readings, poor_trials, share
from server.validation.worked import examined, reasons
from sim_core.text import Text

PLACE = Path(__file__).parents[2] / "docs" / "validation.md"
MARK = "<!-- generated: python -m server.validation.document; do not edit 自动生成，请勿手改 -->"


def document(found: Sequence[Found]) -> str:
    """Write the document."""
    parts = [
        MARK, f"# {TITLE.zh} · {TITLE.en}", *(_both(t) for t in (*ABOUT, DRILLS)), _summary(found),
        f"## {_line(HEADS['definitions'])}",
        "\n".join(f"- `{name}`: {_line(words)}" for name, words in DEFINITIONS.items()),
        *(_cohort(f) for f in found), _worked(), _peers(),
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def _both(text: Text) -> str:
    return f"{text.zh}\n\n{text.en}"


def _line(text: Text) -> str:
    return text.zh if text.zh == text.en else f"{text.zh} / {text.en}"


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(heads)
    lines = [names, ["---"] * len(names), *(list(row) for row in rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in line) + " |" for line in lines)


def _summary(found: Sequence[Found]) -> str:
    heads = (_line(HEADS["cohort"]), _line(HEADS["model"]), "n", "FAC2", "MG", "VG", "FB", _line(HEADS["bars"]))
    rows = (
        (f"{_line(f.cohort.title)} (`{f.cohort.name}`)", f"`{f.cohort.model}`", str(f.scores.n), share(f.scores.fac2),
         *(figure(v) for v in (f.scores.mg, f.scores.vg, f.scores.fb)), _verdicts(f))
        for f in found
    )  # fmt: skip
    return f"## {_line(HEADS['summary'])}\n\n{_table(heads, rows)}"


def _verdicts(f: Found) -> str:
    made = (f"{'✓' if v.held else '✗'} {judged(v, f.cohort).en}" for v in verdict(f))
    return "; ".join(made) or _line(HEADS["no_bar"])


def _cohort(f: Found) -> str:
    c = f.cohort
    heads = (_line(HEADS["row"]), _line(HEADS["of"]), "n", "FAC2", "MG", "VG", "FB", _line(HEADS["source"]))
    s = f.scores
    own = (_line(HEADS["own"]), "", str(s.n), share(s.fac2), *(figure(v) for v in (s.mg, s.vg, s.fb)), f"`{c.model}`")
    rows = [
        (_line(r.title), _line(r.of), "–" if r.n is None else str(r.n), share(r.fac2),
         *(figure(v) for v in (r.mg, r.vg, r.fb)), r.source)
        for r in f.references
    ]  # fmt: skip
    trials = ((name, str(t.n), share(t.fac2), figure(t.mg), figure(t.vg)) for name, t in f.trials.items())
    poor = [*missed(f), *poor_trials(f), *poor_readings(f)] or [NONE_POOR]
    left = [Text(f"略去：{t.zh}", f"left out: {t.en}") for t in c.left_out]
    return "\n\n".join((
        f"## {_line(c.title)}",
        _table(heads, [own, *rows]),
        _table((_line(HEADS["trial"]), "n", "FAC2", "MG", "VG"), trials),
        f"{_line(HEADS['poor'])}:",
        _list(poor),
        f"{_line(HEADS['notes'])}:",
        _list([*c.notes, *left, floor_of(f)]),
        f"{_line(HEADS['data'])}{c.source}",
    ))  # fmt: skip


def _list(texts: Iterable[Text]) -> str:
    return "\n".join(f"- {t.zh}" if t.zh == t.en else f"- {t.zh}\n  {t.en}" for t in texts)


def _worked() -> str:
    heads = ("example", "model", "of_source", "here", "deviation", "allowed")
    found = examined()
    rows = (
        (_line(w.name), f"`{w.model}`", f"{w.expected:.4g}", f"{w.got:.4g}", w.deviation if w.relative else "",
         f"{'✓' if w.held else '✗'} {w.allowed}")
        for w in found
    )  # fmt: skip
    return "\n\n".join((
        f"## {_line(HEADS['worked'])}", _table((_line(HEADS[h]) for h in heads), rows), f"{_line(HEADS['notes'])}:",
        _list(reasons(found)),
    ))  # fmt: skip


def _peers() -> str:
    """What the committed files of peers say; nothing is timed here."""
    heads = (*(_line(HEADS[h]) for h in ("row", "readings", "mean_error", "worst")), "±5 %")
    rows = (
        (_line(o.title), str(o.readings), f"{o.mean_pct:.1f} %", f"{o.worst_pct:.1f} %", share(o.within_5_pct))
        for o in oxygen()
    )
    fast = (
        (_line(r.title), r.versions, f"`{r.command}`", _line(r.per), f"{1000.0 * r.theirs_s:.3g} ms",
         f"{1000.0 * r.ours_s:.3g} ms", f"{r.ratio:.2g} ×")
        for r in races()
    )  # fmt: skip
    race = (_line(HEADS[h]) for h in ("race", "versions", "command", "per", "theirs", "ours", "faster"))
    return "\n\n".join((
        f"## {_line(HEADS['peers'])}", _both(HEADS["peers_about"]), _table(heads, rows), _table(race, fast)
    ))  # fmt: skip


if __name__ == "__main__":
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_text(document([find(c) for c in cohorts()]), encoding="utf-8")
    sys.stdout.write(f"{PLACE.name}\n")
