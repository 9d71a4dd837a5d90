"""Page: health for people, on a tablet, in Chinese and English. No script; loads itself again every ten seconds."""

from base64 import b64encode
from datetime import datetime
from hashlib import sha256
from html import escape

from server.operation.health import Check, Health
from server.operation.vitals import Reading
from sim_core.text import Text

_STYLE = """
:root{color-scheme:light dark;--well:#0a7d3c;--ill:#b3261e;--line:#8884;--soft:#777}
@media (prefers-color-scheme:dark){:root{--well:#4cc27f;--ill:#ff8a80;--soft:#aaa}}
body{font:18px/1.45 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif}
body{margin:0 auto;padding:1rem;max-width:60rem}
h1{font-size:1.6rem;margin:.2rem 0}
small{color:var(--soft);font-size:.8rem;font-weight:normal}
.state{border-radius:.6rem;color:#fff;padding:.7rem 1rem;margin:.8rem 0;font-size:1.4rem;font-weight:bold}
.state small{color:#fffd}.state.ok{background:#0a7d3c}.state.degraded{background:#b3261e}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.55rem .5rem;border-top:1px solid var(--line)}
th{font-weight:600;width:32%}td.mark{width:2.2rem;font-size:1.3rem;line-height:1.2;text-align:center}
.well{color:var(--well)}.ill{color:var(--ill)}small{display:block}
.advice{color:var(--ill)}
.counts{display:flex;flex-wrap:wrap;gap:.6rem;margin:.8rem 0}
.counts div{border:1px solid var(--line);border-radius:.6rem;padding:.5rem .9rem;min-width:7rem}
.counts b{font-size:1.5rem;display:block}
footer{margin-top:1rem;color:var(--soft);font-size:.85rem}
"""
# Only this style may be used by the page, and nothing else may be loaded or run.
CONTENT_POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
REFRESH_S = 10
_ALIVE = ("lobby", "briefing", "running", "frozen")


def health_page(health: Health, reading: Reading, now: datetime) -> str:
    """Write the page. now: with offset, shown as it is."""
    well = health.status == "ok"
    state = Text("一切正常", "All is well") if well else Text("需要处理", "Something needs looking at")
    rows = "\n".join(_row(check) for check in sorted(health.checks, key=lambda check: check.well))
    counts = "\n".join(
        _count(number, name)
        for number, name in (
            (str(sum(reading.drills.get(phase, 0) for phase in _ALIVE)), Text("进行中的演练", "live drills")),
            (str(sum(reading.connections.values())), Text("连接", "connections")),
            (_span(reading.up_s), Text("已运行（天:时:分）", "up (d:hh:mm)")),
        )
    )
    return f"""<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="{REFRESH_S}"><title>演练服务器 · Yanlian</title><style>{_STYLE}</style></head>
<body><h1>演练服务器 <small>Yanlian drill server</small></h1>
<div class="state {health.status}" role="status">{"✓" if well else "!"} {_both(state)}</div>
<div class="counts">{counts}</div>
<table>
{rows}
</table>
<footer>{escape(now.isoformat(sep=" ", timespec="seconds"))} · {escape(reading.version)} ·
每 {REFRESH_S} 秒更新 · every {REFRESH_S} s</footer></body></html>
"""


def _both(text: Text) -> str:
    return f'{escape(text.zh)}<small lang="en">{escape(text.en)}</small>'


def _row(check: Check) -> str:
    mark = ("well", "✓") if check.well else ("ill", "✗")
    advice = "" if check.well else f'<div class="advice">{_both(check.advice)}</div>'
    return (
        f'<tr><td class="mark {mark[0]}">{mark[1]}</td><th scope="row">{_both(check.name)}</th>'
        f"<td>{_both(check.seen)}{advice}</td></tr>"
    )


def _count(number: str, name: Text) -> str:
    return f"<div><b>{escape(number)}</b>{_both(name)}</div>"


def _span(seconds: float) -> str:
    minutes = int(seconds // 60)
    return f"{minutes // 1440}:{minutes // 60 % 24:02d}:{minutes % 60:02d}"
