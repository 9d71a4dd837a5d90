"""Schedule: which phases of the one-second cycle have anything periodic due, so that quiet ticks can be jumped."""

CYCLE = 20
DIGEST_PHASE = 0
SENSE_PHASES = (2, 5, 8, 11, 14, 17)


def waits(phenomena: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    """For each phase of a cycle, ticks until the next phase with something due.

    phenomena: (period, phase) pairs; each period divides the cycle. Senses and the digest are always counted.
    """
    due = {DIGEST_PHASE, *SENSE_PHASES}
    for period, phase in phenomena:
        if CYCLE % period:
            raise ValueError(f"period {period} does not divide {CYCLE}")
        due.update(range(phase, CYCLE, period))
    return tuple(next(w for w in range(CYCLE) if (t + w) % CYCLE in due) for t in range(CYCLE))
