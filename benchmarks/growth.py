"""How time, memory and gap of a plan grow with the number of estates; no bar, a curve."""

from typing import Final

from benchmarks.measure import Result, peak_gib, tell
from benchmarks.plan import district, planned

SECONDS: Final = 60.0
SIZES: Final = (500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000)
YEARS: Final = 3


def run() -> list[Result]:
    """Return a line for the time and one for the gap of each size, the smallest first."""
    found = []
    for estates in SIZES:
        plan = planned(*district(estates, YEARS, together=True, seconds=SECONDS))
        what = f"plan of {estates:,} estates × {YEARS} years with neighbours"
        found += [
            Result(f"{what}: time", plan.seconds, "s", "–", True, memory_gib=peak_gib()),
            Result(f"{what}: gap", 100 * plan.gap, "%", "–", True),
        ]
    return found


if __name__ == "__main__":
    tell(run())
