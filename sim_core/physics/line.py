"""Line: what stands between vessel and hole: pipe friction, a valve that closes, what still runs out behind it."""

from math import pi, sqrt

from sim_core import exact
from sim_core.physics.outflow import GRAVITY_M_S2
from sim_core.physics.validity import Example, states
from sim_core.text import Text

CRANE = "Crane TP 410, 2009 ed., ch. 1-2 (Darcy, resistance coefficients)"
LAMINAR = 2000.0
TURBULENT = 4000.0
HALVINGS = 40
LINEAR_VALVE = Text("阀门通流面积随时间线性减小", "the open area of a closing valve falls linearly with time")
STRAIGHT_LINE = Text(
    "管道为等径斜管，静压头随剩余液量成正比", "one bore, an even slope: head in proportion to what is left"
)


@states(
    "Training assumption, no source",
    Example("a quarter of the stroke", {"elapsed_s": 2.5, "closing_s": 10.0}, 0.75),
    assumes=LINEAR_VALVE,
    elapsed_s=(0.0, 1.0e6),
    closing_s=(0.0, 600.0),
)
def valve_open_share(elapsed_s: float, closing_s: float) -> float:
    """Open share of the bore, 0..1, elapsed_s after it was told to close. s = max(1 - t / tc, 0)."""
    if closing_s <= 0.0:
        return 0.0
    return max(1.0 - elapsed_s / closing_s, 0.0)


@states(
    "Haaland, J. Fluids Eng. 105 (1983) 89-90; 64/Re below 2000; linear between 2000 and 4000",
    Example(
        "Moody chart: Re 1e5, relative roughness 1e-3: 0.0222",
        {"reynolds": 1.0e5, "relative_roughness": 1.0e-3},
        0.0222,
        0.015,
    ),
    reynolds=(1.0, 1.0e8),
    relative_roughness=(0.0, 0.05),
)
def friction_factor(reynolds: float, relative_roughness: float) -> float:
    """Darcy friction factor. 1/sqrt(f) = -1.8 log10((e/(3.7 D))^1.11 + 6.9/Re)."""
    if reynolds <= LAMINAR:
        return 64.0 / reynolds
    if reynolds < TURBULENT:
        share = (reynolds - LAMINAR) / (TURBULENT - LAMINAR)
        return (1.0 - share) * 64.0 / LAMINAR + share * friction_factor(TURBULENT, relative_roughness)
    rough = exact.power(relative_roughness / 3.7, 1.11) if relative_roughness > 0.0 else 0.0
    root = -1.8 * exact.log(rough + 6.9 / reynolds) / exact.log(10.0)
    return 1.0 / (root * root)


@states(
    CRANE,
    Example(
        "100 m of 0.1 m at 2 m/s, f 0.02, K 5, water: 25 x 0.5 x 998 x 4, by hand",
        {"mass_flow_kg_s": 15.677, "density_kg_m3": 998.0, "friction": 0.02, "length_m": 100.0, "bore_m": 0.1,
         "fittings": 5.0},
        49900.0,
    ),
    mass_flow_kg_s=(0.0, 1.0e5),
    density_kg_m3=(0.01, 3000.0),
    friction=(0.0, 1.0),
    length_m=(0.0, 1.0e5),
    bore_m=(1.0e-3, 3.0),
    fittings=(0.0, 1.0e4),
)  # fmt: skip
def pressure_loss_pa(
    mass_flow_kg_s: float, density_kg_m3: float, friction: float, length_m: float, bore_m: float, fittings: float
) -> float:
    """Pressure lost in pipe and fittings, Pa. dp = (f L/D + K) rho u^2 / 2; fittings: the sum of K."""
    velocity = mass_flow_kg_s / (density_kg_m3 * 0.25 * pi * bore_m * bore_m)
    return (friction * length_m / bore_m + fittings) * 0.5 * density_kg_m3 * velocity * velocity


@states(
    f"{CRANE}; Haaland 1983",
    Example(
        "no pipe: 1 bar through 20 mm, Cd 0.61, water: 0.61 x 3.1416e-4 x sqrt(2 x 998 x 1e5), by hand",
        {"drop_pa": 1.0e5, "density_kg_m3": 998.0, "viscosity_pa_s": 1.0e-3, "length_m": 0.0, "bore_m": 0.2,
         "roughness_m": 4.6e-5, "fittings": 0.0, "hole_diameter_m": 0.02, "discharge_coefficient": 0.61},
        2.7074,
    ),
    drop_pa=(0.0, 1.0e8),
    density_kg_m3=(50.0, 3000.0),
    viscosity_pa_s=(1.0e-5, 10.0),
    length_m=(0.0, 1.0e5),
    bore_m=(1.0e-3, 3.0),
    roughness_m=(0.0, 0.01),
    fittings=(0.0, 1.0e4),
    hole_diameter_m=(1.0e-4, 3.0),
    discharge_coefficient=(0.1, 1.0),
)  # fmt: skip
def line_flow_kg_s(
    drop_pa: float,
    density_kg_m3: float,
    viscosity_pa_s: float,
    length_m: float,
    bore_m: float,
    roughness_m: float,
    fittings: float,
    hole_diameter_m: float,
    discharge_coefficient: float,
) -> float:
    """Liquid through a line and the hole at its end, kg/s. drop_pa: all that drives it, rho g h included.

    dp = m^2/(2 rho) ((f L/D + K)/A^2 + 1/(Cd a)^2), f by Reynolds number; found by halving below the flow without pipe.
    """
    if drop_pa <= 0.0:
        return 0.0
    area, hole = 0.25 * pi * bore_m * bore_m, 0.25 * pi * hole_diameter_m * hole_diameter_m
    opening = discharge_coefficient * hole
    low, high = 0.0, opening * sqrt(2.0 * density_kg_m3 * drop_pa)
    for _ in range(HALVINGS):
        flow = 0.5 * (low + high)
        reynolds = min(max(flow * bore_m / (area * viscosity_pa_s), 1.0), 1.0e8)
        friction = friction_factor(reynolds, roughness_m / bore_m)
        spent = pressure_loss_pa(flow, density_kg_m3, friction, length_m, bore_m, fittings)
        spent += flow * flow / (2.0 * density_kg_m3 * opening * opening)
        low, high = (flow, high) if spent < drop_pa else (low, flow)
    return 0.5 * (low + high)


@states(
    "Volume of a cylinder, Crane TP 410, 2009 ed., appendix B",
    Example(
        "100 m of 0.2 m, 700 kg/m3: 31.416 x 70, by hand",
        {"length_m": 100.0, "bore_m": 0.2, "density_kg_m3": 700.0},
        2199.1,
    ),
    length_m=(0.0, 1.0e5),
    bore_m=(1.0e-3, 3.0),
    density_kg_m3=(0.01, 3000.0),
)
def hold_up_kg(length_m: float, bore_m: float, density_kg_m3: float) -> float:
    """What stands in a full line, kg. m = rho L pi D^2 / 4."""
    return density_kg_m3 * length_m * 0.25 * pi * bore_m * bore_m


@states(
    "Torricelli, integrated; CCPS Guidelines for Consequence Analysis of Chemical Releases, 1999, ch. 2.1",
    Example(
        "full line of 1000 kg, 5 m of fall, 10 cm2, Cd 0.61, water: 1000 - 6.036 = 993.96, by hand",
        {"held_kg": 1000.0, "full_kg": 1000.0, "fall_m": 5.0, "density_kg_m3": 1000.0, "hole_area_m2": 0.001,
         "discharge_coefficient": 0.61, "dt_s": 1.0},
        993.97,
        1e-4,
    ),
    assumes=STRAIGHT_LINE,
    held_kg=(0.0, 1.0e7),
    full_kg=(1.0e-3, 1.0e7),
    fall_m=(0.0, 100.0),
    density_kg_m3=(50.0, 3000.0),
    hole_area_m2=(0.0, 10.0),
    discharge_coefficient=(0.1, 1.0),
    dt_s=(0.0, 1.0e6),
)  # fmt: skip
def hold_up_after_kg(
    held_kg: float,
    full_kg: float,
    fall_m: float,
    density_kg_m3: float,
    hole_area_m2: float,
    discharge_coefficient: float,
    dt_s: float,
) -> float:
    """What still stands behind a shut valve after dt, kg; exact for any dt. fall_m: top of the full line over the hole.

    dm/dt = -Cd rho a sqrt(2 g H m/M), so sqrt(m) falls evenly: by Cd rho a sqrt(g H / (2 M)) dt.
    """
    rate = discharge_coefficient * density_kg_m3 * hole_area_m2 * sqrt(0.5 * GRAVITY_M_S2 * fall_m / full_kg)
    root = max(sqrt(held_kg) - rate * dt_s, 0.0)
    return min(root * root, held_kg)
