"""Gases: the layers of the space once a second: sludge, inlets, fans, bottles, and exchange by weight."""

from dataclasses import replace

from scenarios.rules.confined_space import meeting
from scenarios.rules.confined_space.incident import Sludge
from scenarios.rules.confined_space.rules import ConfinedSpace
from sim_core.draft import Draft
from sim_core.physics import enclosure
from sim_core.physics.enclosure import MOLAR_KG
from sim_core.plant.devices import opening
from sim_core.space import Stirring
from sim_core.world import TICKS_PER_S, Air, Space

Flows = tuple[float, ...]  # m3/s
PERIOD_S = 1.0
ATMOSPHERE_PA = 101325.0
GAS_CONSTANT = enclosure.GAS_CONSTANT
BREATH_M_S = 0.1  # through an opening: training assumption 训练假设
SPENT = 8.0  # time constants after which a stirring has given all
FORMULA = {
    "oxygen": "O2", "nitrogen": "N2", "carbon_dioxide": "CO2", "carbon_monoxide": "CO", "methane": "CH4",
    "hydrogen_sulfide": "H2S", "ammonia": "NH3", "chlorine": "CL2", "sulfur_dioxide": "SO2", "petrol": "VAPOUR",
}  # fmt: skip


def mix(draft: Draft, rules: ConfinedSpace) -> None:
    """The air of every layer a second later."""
    incident, site = rules.incident, rules.site
    space = draft.hazard.spaces[0]
    n = len(space.layers)
    sources = _sources(draft, rules, space)
    inlet = _drawn_in(draft, rules)
    before, blown, jets = _fans(draft, rules, space.layers, inlet)
    weights = [density_kg_m3(rules, layer) for layer in space.layers]
    exchange = tuple(
        enclosure.exchange_m3_s(
            incident.stirred_m3_s + 0.5 * jet, weights[k], weights[k + 1], incident.layer_m, incident.area_m2
        )
        for k, jet in enumerate(jets)
    )
    layers = enclosure.column_step(
        before,
        (incident.layer_m3,) * n,
        exchange,
        blown,
        inlet,
        site.clean_air,
        tuple(sources),
        PERIOD_S,
    )
    still = tuple(s for s in space.stirrings if draft.tick - s.tick < SPENT * s.decay_s * TICKS_PER_S)
    changed = replace(space, layers=_breathed(draft, rules, layers), stirrings=still)
    draft.hazard = replace(draft.hazard, spaces=(changed,))


def _breathed(draft: Draft, rules: ConfinedSpace, layers: tuple[Air, ...]) -> tuple[Air, ...]:
    """The layers after the openings have breathed: a tenth of a metre a second (training assumption 训练假设) into the
    top one, and through a second opening that stands open into the one beside it."""
    incident, top = rules.incident, len(layers) - 1
    flows = [0.0] * top + [incident.mouth_m2 * BREATH_M_S]
    if incident.side:
        flows[int(incident.side_layer)] += incident.mouth_m2 * BREATH_M_S * rules.open(draft, incident.side)
    return tuple(
        _aired(air, rules.site.clean_air, flow, incident.layer_m3) if flow > 0.0 else air
        for air, flow in zip(layers, flows, strict=True)
    )


def _sources(draft: Draft, rules: ConfinedSpace, space: Space) -> list[Air]:
    """Volume flows into each layer, m3/s: all comes in at the bottom; rotting sludge turns O2 into CO2 there."""
    incident, site = rules.incident, rules.site
    kg_s = [0.0] * len(site.air)
    for s in space.stirrings:
        since = (draft.tick - s.tick) / TICKS_PER_S
        shape = enclosure.sludge_flow_kg_s(1.0, since, s.rise_s, s.decay_s)
        for g, freed in enumerate(s.freed_kg):
            kg_s[g] += freed * shape
    inlets = sum(opening(draft.devices[site.device_index[b]], draft.tick) for b in incident.inlets)
    kg_s[site.species_index[incident.inlet_gas]] += incident.inlet_kg_s * space.passing * inlets
    bottom = [
        enclosure.volume_flow_m3_s(f, MOLAR_KG[FORMULA[s]], incident.ambient_k, ATMOSPHERE_PA) if f else 0.0
        for s, f in zip(site.air, kg_s, strict=True)
    ]
    for bottle, gas in incident.bottles:
        bottom[site.species_index[gas]] += incident.bottle_m3_s * rules.open(draft, bottle)
    if incident.sludge is not None:
        o2, co2 = site.species_index["oxygen"], site.species_index["carbon_dioxide"]
        rotting = incident.sludge.o2_drift_per_s * incident.layer_m3 * space.layers[0][o2] / site.clean_air[o2]
        bottom[o2] -= rotting
        bottom[co2] += rotting
    nothing = (0.0,) * len(site.air)
    return [tuple(bottom), *(nothing for _ in space.layers[1:])]


def _drawn_in(draft: Draft, rules: ConfinedSpace) -> Air:
    """What supply fans draw in where they stand: clean, unless a fan beside them blows off what it draws out."""
    fan = rules.site.devices[rules.site.device_index[rules.incident.supply[0]]]
    here = rules.site.place[fan.place]
    return meeting.beside(meeting.discharges(draft, rules), here.x_m, here.y_m) or rules.site.clean_air


def _fans(
    draft: Draft, rules: ConfinedSpace, layers: tuple[Air, ...], inlet: Air
) -> tuple[tuple[Air, ...], Flows, Flows]:
    """What fans do: the layers after what passes straight through the lowest, what is blown into each layer, and the
    flow that stirs between each two: a jet stirs what it passes and what lies right under the duct, suction all that
    is above it (training assumption 训练假设)."""
    incident, n = rules.incident, len(layers)
    supply, exhaust = _running(draft, rules, incident.supply), _running(draft, rules, incident.exhaust)
    fed = duct_level(draft, rules)
    blown = tuple((supply if k == fed else 0.0) - (exhaust if k == 0 else 0.0) for k in range(n))
    jets = tuple(exhaust + (supply if k >= fed - 1 else 0.0) for k in range(n - 1))
    through = min(supply, exhaust) if fed == 0 else 0.0  # both at the bottom: so much comes in there and goes out there
    lowest = _aired(layers[0], inlet, through, incident.layer_m3) if through > 0.0 else layers[0]
    return (lowest, *layers[1:]), blown, jets


def _aired(air: Air, outside: Air, flow_m3_s: float, volume_m3: float) -> Air:
    """A layer after a second in which so much air is exchanged with that outside."""
    share = flow_m3_s * PERIOD_S / (volume_m3 + flow_m3_s * PERIOD_S)
    return tuple(a + share * (b - a) for a, b in zip(air, outside, strict=True))


def duct_level(draft: Draft, rules: ConfinedSpace) -> int:
    """Which layer the end of the supply duct hangs in: all the way down 0, half hauled up the middle one."""
    n = len(rules.incident.layers)
    return min(n - 1, int((1.0 - rules.open(draft, rules.incident.duct)) * n))


def _running(draft: Draft, rules: ConfinedSpace, fans: tuple[str, ...]) -> float:
    """Air that these fans move, m3/s."""
    index = rules.site.device_index
    return rules.incident.fan_m3_s * sum(opening(draft.devices[index[f]], draft.tick) for f in fans)


def density_kg_m3(rules: ConfinedSpace, air: Air) -> float:
    """What a cubic metre of this air weighs. rho = sum(y M) p / (R T)."""
    molar = sum(y * MOLAR_KG[FORMULA[s]] for s, y in zip(rules.site.air, air, strict=True))
    return molar * ATMOSPHERE_PA / (GAS_CONSTANT * rules.incident.ambient_k)


def disturb(draft: Draft, rules: ConfinedSpace, kg: dict[str, float], rise_s: float, decay_s: float) -> None:
    """The sludge is disturbed and begins to give off so much of each gas."""
    space = draft.hazard.spaces[0]
    freed = tuple(kg.get(s, 0.0) for s in rules.site.air)
    stirrings = (*space.stirrings, Stirring(draft.tick, freed, rise_s, decay_s))
    draft.hazard = replace(draft.hazard, spaces=(replace(space, stirrings=stirrings),))


def stir(draft: Draft, rules: ConfinedSpace, sludge: Sludge) -> None:
    """Stirred from outside: what a pole reaches of what is bound comes out, the rest stays for the next time."""
    space = draft.hazard.spaces[0]
    share = sludge.stir_share
    disturb(
        draft, rules, {"hydrogen_sulfide": space.bound_kg, "methane": space.methane_kg},
        sludge.stir_rise_s, sludge.stir_decay_s,
    )  # fmt: skip
    now = draft.hazard.spaces[0]
    left = replace(
        now, bound_kg=space.bound_kg * (1.0 - share), methane_kg=space.methane_kg * (1.0 - share),
        stirred_tick=draft.tick,
    )  # fmt: skip
    draft.hazard = replace(draft.hazard, spaces=(left,))
