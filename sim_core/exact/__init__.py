"""Transcendental functions with the same bits on every machine.

The functions of libm and of NumPy differ in their last bits with the CPU, so the core uses these alone:
built from + - * / and exact scaling, one rounding an operation, never fused. Each has two doors that give
equal bits: a Python float (`exp`), and a float64 array of one or more dimensions (`exp_array`), whose
optional `out` may be an argument itself. exp, power and atan2 give 0.0 for a subnormal: these are slow.

Outside a function's domain the scalar door raises ValueError, the array door gives nan; nan in, nan out.
"""

from sim_core.exact.circular import atan2, atan2_array, cos, cos_array, sin, sin_array
from sim_core.exact.error_function import erf, erf_array
from sim_core.exact.exponential import exp, exp_array, log, log_array, power, power_array

__all__ = [
    "atan2",
    "atan2_array",
    "cos",
    "cos_array",
    "erf",
    "erf_array",
    "exp",
    "exp_array",
    "log",
    "log_array",
    "power",
    "power_array",
    "sin",
    "sin_array",
]
