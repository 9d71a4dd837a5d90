"""Physics: hazard models as pure functions on SI floats and arrays, one module a phenomenon.

Each function states its source, its range, a worked example and what it assumes (`validity`); the calculator refuses
what lies outside, a drill clamps it and notes so. `from sim_core.physics import pool_fire`.
"""
