"""Page: what was found as one HTML file: tables, plots, poor cases in words; nothing fetched, no script."""

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files

from server.calculator import MODELS
from server.validation.answer import verdict
from server.validation.cohort import Reference
from server.validation.peers import oxygen, races
from server.validation.plots import courses, legend, scatter, sides
from server.validation.predicting import Found
from server.validation.scores import DEFINITIONS
from server.validation.told import ABOUT, DRILLS, HEADS, NONE_POOR, TITLE
from server.validation.words import (
    apart,
    figure,
    floor_of,
    judged,
    missed,
    poor_readings,
    poor_trials,
    share,
    statistic,
)
from server.validation.worked import examined, reasons
from sim_core.text import Text

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
CHOICES = (("zh", "中文"), ("en", "English"), ("both", "中文 + English"))


def page(found: Sequence[Found], language: str) -> str:
    """Write the page; language: "zh" or "en", which is shown first."""
    style = (files("server.validation") / "page.css").read_text(encoding="utf-8")
    radios = "".join(
        f'<input class="switch" type="radio" name="lang" id="{key}"{" checked" if key == language else ""}>'
        for key, _ in CHOICES
    )
    labels = "".join(f'<label for="{key}">{words}</label>' for key, words in CHOICES)
    body = "".join((_head(), _summary(found), _definitions(), *(_cohort(f) for f in found), _worked(), _peers()))
    return (
        f'<!doctype html>\n<html lang="{"zh-CN" if language == "zh" else "en"}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"<title>{escape(TITLE.zh)} · {escape(TITLE.en)}</title><style>\n{style}</style></head>"
        f'<body><main>{radios}<div class="bar">{labels}</div><div class="page">{body}</div></main></body></html>\n'
    )


def both(text: Text) -> str:
    """Words in both languages, of which the page shows one or both."""
    if text.zh == text.en:
        return escape(text.en)
    return f'<span class="zh" lang="zh-CN">{escape(text.zh)}</span><span class="en" lang="en">{escape(text.en)}</span>'


def _items(texts: Iterable[Text], kind: str = "") -> str:
    return f'<ul class="{kind}">' + "".join(f"<li>{both(t)}</li>" for t in texts) + "</ul>"


def _row(cells: Iterable[str], numbers_from: int, kind: str = "", cell: str = "td") -> str:
    made = (f"<{cell}{' class=n' if n >= numbers_from else ''}>{words}</{cell}>" for n, words in enumerate(cells))
    return f'<tr class="{kind}">{"".join(made)}</tr>'


def _table(head: str, rows: str) -> str:
    """A table in a frame of its own that scrolls sideways where the window is narrow."""
    return f'<div class="scroll" tabindex="0"><table><thead>{head}</thead><tbody>{rows}</tbody></table></div>'


def _head() -> str:
    return f"<h1>{both(TITLE)}</h1>" + "".join(f"<p>{both(t)}</p>" for t in (*ABOUT, DRILLS))


def _summary(found: Sequence[Found]) -> str:
    heads = (both(HEADS["cohort"]), both(HEADS["model"]), "n", "FAC2", "MG", "VG", "FB")
    rows = "".join(
        "<tr>"
        f'<td><a href="#{f.cohort.name}">{both(f.cohort.title)}</a></td><td><code>{f.cohort.model}</code></td>'
        + "".join(f'<td class="n">{v}</td>' for v in _numbers(f))
        + f"<td>{_verdicts(f)}</td><td>{_best(f)}</td></tr>"
        for f in found
    )
    head = "".join(f"<th{' class=n' if n > 1 else ''}>{h}</th>" for n, h in enumerate(heads))
    head += f"<th>{both(HEADS['bars'])}</th><th>{both(HEADS['others'])}</th>"
    return f'<section id="summary"><h2>{both(HEADS["summary"])}</h2>{_table(f"<tr>{head}</tr>", rows)}</section>'


def _numbers(f: Found) -> tuple[str, ...]:
    s = f.scores
    return (str(s.n), share(s.fac2), *(figure(v) for v in (s.mg, s.vg, s.fb)))


def _verdicts(f: Found) -> str:
    """Each bar with a sign and a colour of its own."""
    made = (
        f'<span class="{"held" if v.held else "missed"}">{"✓" if v.held else "✗"} {both(judged(v, f.cohort))}</span>'
        for v in verdict(f)
    )
    return "".join(made) or f'<span class="quiet">{both(HEADS["no_bar"])}</span>'


def _best(f: Found) -> str:
    """In short, the rivals here and what is best known of the published: FAC2 / MG / VG."""
    shown = f.references[: len(f.cohort.rivals) + 1]
    lines = (
        f'<li>{both(r.title)} <span class="whole">{share(r.fac2)} / {figure(r.mg)} / {figure(r.vg)}</span></li>'
        for r in shown
    )
    return f'<ul class="bare">{"".join(lines)}</ul>'


def _cohort(f: Found) -> str:
    c = f.cohort
    model = MODELS[c.model]
    name = f'<p class="quiet run">{both(HEADS["model"])} <code>{c.model}</code> {both(model.title)}</p>'
    plots = (
        f'<div class="pair"><figure>{scatter(f)}<figcaption>{both(HEADS["scatter"])}</figcaption></figure>'
        f"<div>{_trials(f)}</div></div>"
    )
    if c.plot:
        keys = " ".join(f"{key}{both(words)}" for key, words in sides(c))
        plots += f'<h3 class="run">{both(HEADS["course"])} {both(c.quantity)}</h3>'
        plots += f'<p class="quiet run">{both(HEADS["course_key"])} {keys}</p>'
        plots += f'<div class="smalls">{courses(f)}</div>'
    return (
        f'<section id="{c.name}"><h2>{both(c.title)}</h2>{name}<p>{_verdicts(f)}</p>{_scores_table(f)}{plots}'
        f"<h3>{both(HEADS['poor'])}</h3>{_poor(f)}{_notes(f)}</section>"
    )


def _scores_table(f: Found) -> str:
    tolerance = f.cohort.tolerance is not None
    extra = [statistic("within_tolerance", f.cohort).en] if tolerance else []
    heads = (both(HEADS["row"]), both(HEADS["of"]), both(HEADS["source"]), "n", "FAC2", "MG", "VG", "FB", *extra)
    more = [share(f.scores.within_tolerance)] if tolerance else []
    own = (both(HEADS["own"]), "", f"<code>{f.cohort.model}</code>", *_numbers(f), *more)
    rows = "".join(_row(_reference(r, tolerance), 3) for r in f.references)
    return _table(_row(heads, 3, cell="th"), _row(own, 3, "own") + rows)


def _reference(r: Reference, tolerance: bool) -> tuple[str, ...]:
    of = both(r.of) + (f"<br>{both(HEADS['refused'])} {r.refused}" if r.refused else "")
    numbers = ("–" if r.n is None else str(r.n), share(r.fac2), *(figure(v) for v in (r.mg, r.vg, r.fb)))
    return (both(r.title), of, escape(r.source), *numbers, *([share(r.within_tolerance)] if tolerance else []))


def _trials(f: Found) -> str:
    heads = (both(HEADS["trial"]), "n", "FAC2", "MG", "VG", both(HEADS["missed"]))
    beyond = {t: sum(apart(r, f.cohort) for r in f.readings if r.case.trial == t) for t in f.trials}
    rows = "".join(
        _row((key + escape(trial), str(s.n), share(s.fac2), figure(s.mg), figure(s.vg), str(beyond[trial])), 1)
        for (key, trial), s in zip(legend(f), f.trials.values(), strict=True)
    )
    return _table(_row(heads, 1, cell="th"), rows)


def _poor(f: Found) -> str:
    trials, readings = poor_trials(f), poor_readings(f)
    if not trials and not readings:
        return f"<p>{both(NONE_POOR)}</p>"
    return _items([*missed(f), *trials]) + _items(readings, "columns")


def _notes(f: Found) -> str:
    c, model = f.cohort, MODELS[f.cohort.model]
    left = [Text(f"略去：{t.zh}", f"left out: {t.en}") for t in c.left_out]
    refused = [Text(f"模型拒绝：{why}", f"the model refuses: {why}") for why in f.refusals]
    made = f"<h3>{both(HEADS['notes'])}</h3>{_items([*c.notes, *left, *refused, floor_of(f)])}"
    if model.assumes:
        made += f"<h3>{both(HEADS['assumed'])}</h3>{_items(model.assumes)}"
    return made + (
        f'<p class="quiet run">{both(HEADS["data"])} {escape(c.source)}</p>'
        f'<p class="quiet run">{both(HEADS["equations"])} {escape(model.source)}</p>'
    )


def _worked() -> str:
    heads = (HEADS[h] for h in ("example", "source", "model", "of_source", "here", "deviation", "allowed"))
    found = examined()
    rows = "".join(
        _row((both(w.name), escape(w.source), f"<code>{w.model}</code>", f"{w.expected:.6g}", f"{w.got:.6g}",
              w.deviation,
              f'<span class="{"held" if w.held else "missed"}">{"✓" if w.held else "✗"} {w.allowed}</span>'), 3)
        for w in found
    )  # fmt: skip
    table = _table(_row(map(both, heads), 3, cell="th"), rows)
    why = f"<h3>{both(HEADS['notes'])}</h3>{_items(reasons(found))}"
    return f'<section id="worked"><h2>{both(HEADS["worked"])}</h2>{table}{why}</section>'


def _peers() -> str:
    heads = (both(HEADS["row"]), both(HEADS["readings"]), both(HEADS["mean_error"]), both(HEADS["worst"]), "±5 %")
    rows = "".join(
        _row((both(o.title), str(o.readings), f"{o.mean_pct:.1f} %", f"{o.worst_pct:.1f} %", share(o.within_5_pct)), 1)
        for o in oxygen()
    )
    fast = "".join(
        _row((both(r.title), escape(r.versions), f"<code>{escape(r.command)}</code>", both(r.per),
              f"{1000.0 * r.theirs_s:.3g} ms", f"{1000.0 * r.ours_s:.3g} ms", f"{r.ratio:.2g} ×"), 4)
        for r in races()
    )  # fmt: skip
    race = (both(HEADS[h]) for h in ("race", "versions", "command", "per", "theirs", "ours", "faster"))
    return (
        f'<section id="peers"><h2>{both(HEADS["peers"])}</h2><p>{both(HEADS["peers_about"])}</p>'
        f"{_table(_row(heads, 1, cell='th'), rows)}<h3>{both(HEADS['speed'])}</h3>"
        f"{_table(_row(race, 4, cell='th'), fast)}</section>"
    )


def _definitions() -> str:
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{both(words)}</dd>" for name, words in DEFINITIONS.items())
    return f'<section id="definitions"><h2>{both(HEADS["definitions"])}</h2><dl>{rows}</dl></section>'
