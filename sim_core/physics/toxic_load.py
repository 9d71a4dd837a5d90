"""Toxic load: what a gas does over time: C^n t, probits of death, the ladder of hydrogen sulfide."""

from dataclasses import dataclass

from sim_core import exact
from sim_core.physics.validity import Example, states
from sim_core.text import Text

CPQRA = "CCPS Guidelines for Chemical Process Quantitative Risk Analysis, 2nd ed. 2000, sec. 2.3.1, toxic probits"
PURPLE = "TNO Purple Book CPR 18E, 3rd ed. 2005, ch. 5, probits of death by toxic substances"
OSHA_H2S = "OSHA, Hydrogen Sulfide: Hazards (osha.gov/hydrogen-sulfide/hazards, read 2024); ANSI Z37.2-1972"
LITRES_MOL = 24.055  # at 20 C and 101325 Pa


@dataclass(frozen=True, slots=True)
class ToxicProbit:
    """Pr = a + b ln(C^n t), t in min; C in ppm, or in mg/m3 where kg_mol is given to convert by."""

    a: float
    b: float
    n: float
    source: str
    kg_mol: float = 0.0


PROBITS = {
    "withers_lees_chlorine": ToxicProbit(
        -8.29, 0.92, 2.0, "Withers & Lees, J. Hazard. Mater. 12 (1985) 283: regular population, standard activity"
    ),
    "chlorine": ToxicProbit(-8.29, 0.92, 2.0, CPQRA),
    "ammonia": ToxicProbit(-35.9, 1.85, 2.0, CPQRA),
    "hydrogen_sulfide": ToxicProbit(-31.42, 3.008, 1.43, CPQRA),
    "carbon_monoxide": ToxicProbit(-37.98, 3.7, 1.0, CPQRA),
    "sulfur_dioxide": ToxicProbit(-15.67, 2.10, 1.0, CPQRA),
    "hydrogen_fluoride": ToxicProbit(-25.87, 3.354, 1.0, CPQRA),
    "hydrogen_chloride": ToxicProbit(-16.85, 2.0, 1.0, CPQRA),
    "hydrogen_cyanide": ToxicProbit(-29.42, 3.008, 1.43, CPQRA),
    "acrylonitrile": ToxicProbit(-29.42, 3.008, 1.43, CPQRA),
    "benzene": ToxicProbit(-109.78, 5.3, 2.0, CPQRA),
    "toluene": ToxicProbit(-6.794, 0.408, 2.5, CPQRA),
    "nitrogen_dioxide": ToxicProbit(-13.79, 1.4, 2.0, CPQRA),
    "phosgene": ToxicProbit(-19.27, 3.686, 1.0, CPQRA),
    "acrolein": ToxicProbit(-9.931, 2.049, 1.0, CPQRA),
    "purple_chlorine": ToxicProbit(-6.35, 0.5, 2.75, PURPLE, 0.070906),
    "purple_ammonia": ToxicProbit(-15.6, 1.0, 2.0, PURPLE, 0.017031),
    "purple_hydrogen_sulfide": ToxicProbit(-11.5, 1.0, 1.9, PURPLE, 0.03408),
    "purple_carbon_monoxide": ToxicProbit(-7.4, 1.0, 1.0, PURPLE, 0.02801),
    "purple_sulfur_dioxide": ToxicProbit(-19.2, 1.0, 2.4, PURPLE, 0.064064),
    "purple_nitrogen_dioxide": ToxicProbit(-18.6, 1.0, 3.7, PURPLE, 0.046005),
    "purple_hydrogen_fluoride": ToxicProbit(-8.4, 1.0, 1.5, PURPLE, 0.020006),
    "purple_hydrogen_cyanide": ToxicProbit(-9.8, 1.0, 2.4, PURPLE, 0.027025),
    "purple_acrylonitrile": ToxicProbit(-8.6, 1.0, 1.3, PURPLE, 0.053063),
}
"""Relations by name; those of the two books are standard values that were not open at hand."""


@states(
    "ten Berge, Zwart & Appelman, J. Hazard. Mater. 13 (1986) 301",
    Example("433 ppm for 10 min, n = 2", {"concentration_ppm": 433.0, "exponent": 2.0, "duration_s": 600.0}, 1874890.0),
    concentration_ppm=(0.0, 1.0e6), exponent=(0.5, 5.0), duration_s=(0.0, 86400.0),
)  # fmt: skip
def toxic_load(concentration_ppm: float, exponent: float, duration_s: float) -> float:
    """Toxic load, ppm^n min. L = C^n t."""
    return exact.power(concentration_ppm, exponent) * duration_s / 60.0 if concentration_ppm > 0.0 else 0.0


@states(
    f"Withers & Lees 1985; {CPQRA}; {PURPLE}",
    Example("Withers & Lees 1985: 433 ppm for 10 min kills half", {
        "relation": "withers_lees_chlorine", "concentration_ppm": 433.0, "duration_s": 600.0}, 5.0, 0.004),
    assumes=Text("除氯气（Withers-Lees）外，各气体概率单位常数引自通行手册，未逐一核对原书",
                 "but for chlorine (Withers & Lees) these are the constants commonly quoted of the books, which were "
                 "not at hand"),
    concentration_ppm=(0.1, 1.0e6), duration_s=(1.0, 86400.0),
)  # fmt: skip
def toxic_probit(relation: str, concentration_ppm: float, duration_s: float) -> float:
    """Probit of death by a gas of PROBITS. Pr = a + b ln(C^n t), C in ppm or mg/m3 at 20 C, t in min."""
    p = PROBITS[relation]
    c = concentration_ppm * p.kg_mol * 1000.0 / LITRES_MOL if p.kg_mol > 0.0 else concentration_ppm
    return p.a + p.b * (p.n * exact.log(c) + exact.log(duration_s / 60.0))


@states(
    f"inverse of the probit at 5 (half of the people); {CPQRA}; Withers & Lees 1985",
    Example("chlorine, 10 min", {"relation": "withers_lees_chlorine", "duration_s": 600.0}, 433.0, 0.005),
    duration_s=(1.0, 86400.0),
)  # fmt: skip
def lethal_half_ppm(relation: str, duration_s: float) -> float:
    """Concentration that kills half in so long, ppm. ln C = ((5 - a)/b - ln t)/n."""
    p = PROBITS[relation]
    c = exact.exp(((5.0 - p.a) / p.b - exact.log(duration_s / 60.0)) / p.n)
    return c * LITRES_MOL / (p.kg_mol * 1000.0) if p.kg_mol > 0.0 else c


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the ladder of hydrogen sulfide: from ppm up, within minutes (0: at once)."""

    ppm: float
    minutes: float
    effect: str
    text: Text


H2S_LADDER = (
    Rung(0.01, 0.0, "smell", Text("可嗅到臭鸡蛋味", "smell of rotten eggs")),
    Rung(20.0, 60.0, "discomfort", Text("乏力、头痛、眼刺激", "fatigue, headache, irritated eyes")),
    Rung(50.0, 60.0, "eyes", Text("结膜炎、呼吸道刺激", "conjunctivitis, irritated airways")),
    Rung(100.0, 2.0, "smell_fails", Text("嗅觉麻痹：闻不到不等于没有", "smell fails: no smell is no sign")),
    Rung(200.0, 60.0, "lungs", Text("严重刺激，可致肺水肿", "severe irritation, oedema of the lungs possible")),
    Rung(500.0, 5.0, "collapse", Text("步态不稳，5 分钟内倒下", "staggering, collapse within 5 min")),
    Rung(700.0, 1.0, "knock_down", Text("数次呼吸内昏迷倒地", "unconscious within a few breaths")),
    Rung(1000.0, 0.0, "instant", Text("闪电样昏迷、呼吸停止", "immediate collapse, breathing stops")),
)
"""Effects by concentration: OSHA_H2S; AEGL-3 at 10/30/60 min 76/59/50 ppm (NRC 2010), IDLH 100 ppm are lower."""
KNOCK_DOWN_PPM, KNOCK_DOWN_S, KNOCK_DOWN_N = 500.0, 300.0, 4.36


@states(
    OSHA_H2S,
    Example("odour fatigue", {"concentration_ppm": 150.0}, "smell_fails"),
    concentration_ppm=(0.0, 1.0e6),
)  # fmt: skip
def h2s_effect(concentration_ppm: float) -> str:
    """What hydrogen sulfide does at a concentration, by H2S_LADDER, "" below it. effect = last rung with ppm <= C."""
    reached = [rung.effect for rung in H2S_LADDER if concentration_ppm >= rung.ppm]
    return reached[-1] if reached else ""


@states(
    f"{OSHA_H2S}: collapse in 5 min at 500 ppm; exponent of AEGL-3 scaling, NRC 2010, vol. 9, ch. 4 (n = 4.36)",
    Example("5 min at 500 ppm", {"concentration_ppm": 500.0, "duration_s": 300.0}, 1.0),
    assumes=Text("硫化氢倒地剂量：以 500 ppm 5 分钟为 1，指数 4.36；700 ppm 约 70 秒，1000 ppm 约 15 秒",
                 "dose of H2S that fells: 1 at 500 ppm for 5 min, exponent 4.36; 70 s at 700 ppm, 15 s at 1000 ppm"),
    concentration_ppm=(0.0, 1.0e6), duration_s=(0.0, 86400.0),
)  # fmt: skip
def h2s_knock_down(concentration_ppm: float, duration_s: float) -> float:
    """Share of the dose of hydrogen sulfide that fells a person. F = (C/500)^4.36 t/300, ppm and s."""
    if concentration_ppm <= 0.0:
        return 0.0
    return exact.power(concentration_ppm / KNOCK_DOWN_PPM, KNOCK_DOWN_N) * duration_s / KNOCK_DOWN_S
