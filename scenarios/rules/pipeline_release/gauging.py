"""Gauging: what the line's meters make of the truth: flows at both ends, what is lost between, pressures, and where the
leak is thought to be."""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from scenarios.rules.ground.instruments import PERIOD_S, READINGS, Reading
from scenarios.rules.pipeline_release import leaking
from scenarios.rules.pipeline_release.rules import PipelineRelease, line_of
from sim_core.draft import Draft
from sim_core.site import Instrument

SECONDS_PER_HOUR = 3600.0
NOISE_SHARE = 0.0005
NOISE_PA = 2000.0
MEGA = 1.0e6
FAR_END = 0.4  # of the pressure at the pump so much is left at the far valve: training assumption 训练假设


def _leak_m3_h(draft: Draft, rules: PipelineRelease) -> float:
    return line_of(draft).flow_kg_s / rules.incident.density_kg_m3 * SECONDS_PER_HOUR


def _through(draft: Draft, rules: PipelineRelease) -> float:
    """What arrives downstream of what the pump sends, as a share."""
    incident = rules.incident
    valves = min(rules.open(draft, incident.upstream), rules.open(draft, incident.downstream))
    return rules.open(draft, incident.pump) * valves


def _flow(draft: Draft, rules: PipelineRelease, i: int, n: Instrument, noise: float) -> float:
    """At the pump what goes in, at the valve downstream what comes out; of no device: what is lost, smoothed."""
    incident = rules.incident
    sent = incident.line_m3_h * _through(draft, rules)
    lost = _leak_m3_h(draft, rules)
    driven = rules.open(draft, incident.pump) * rules.open(draft, incident.upstream) > 0.0
    if n.subject == incident.pump:
        return max(0.0, (sent + (lost if driven else 0.0)) * (1.0 + NOISE_SHARE * noise))
    if n.subject == incident.downstream:
        return max(0.0, sent * (1.0 + NOISE_SHARE * noise))
    gauge = draft.gauges[i]
    share = PERIOD_S / (incident.imbalance_tau_s + PERIOD_S)
    value = gauge.value + share * ((lost if driven else 0.0) - gauge.value)
    if value != gauge.value:
        draft.gauges[i] = replace(gauge, value=value)
    return value


def _pressure(draft: Draft, rules: PipelineRelease, i: int, n: Instrument, noise: float) -> float:
    """MPa at either end."""
    incident = rules.incident
    end = 1.0 if n.subject == incident.pump else FAR_END
    held = 1.0 - incident.drop_share * min(_leak_m3_h(draft, rules) / incident.line_m3_h, 1.0)
    return max(0.0, (end * held * leaking.pressure_pa(draft, rules) + NOISE_PA * noise) / MEGA)


def _located(draft: Draft, rules: PipelineRelease, i: int, n: Instrument, noise: float) -> float:
    """Metres from the station, 0 until enough is missing; then it holds what it found, which may be wrong."""
    gauge, incident = draft.gauges[i], rules.incident
    if gauge.held == 0.0 and _leak_m3_h(draft, rules) >= incident.finds_m3_h:
        at = rules.site.place[incident.manholes[line_of(draft).reach]].x_m + gauge.offset
        draft.gauges[i] = replace(gauge, held=max(at, n.resolution))
    return draft.gauges[i].held


OF_LINES: Mapping[str, Reading] = {
    **READINGS,
    **{
        kind: cast(Reading, work)
        for kind, work in (("flow", _flow), ("pressure", _pressure), ("located", _located))
    },
}


