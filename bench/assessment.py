"""How long the firmness of all ranks takes: `python -m bench.assessment`; a table, never a test."""

from __future__ import annotations

import statistics
import time

from indicators.assessment import uncertainty
from indicators.assessment.scores import scores
from indicators.load import load

ROUNDS = 7


def main() -> None:
    """Print the median time of DRAWS draws for all units of every period with a score sheet of the newest edition."""
    data = load()
    total = next(iter(data.indicators.index))
    print(f"{'basis':8}{'period':8}{'units':>6}{'draws':>8}{'ms':>8}")
    for basis in data.bases:
        for period in data.periods_of(total, basis):
            held = scores(data, total, basis, period)
            if held is None or held.total.isna().any():
                continue
            times = []
            for _ in range(ROUNDS):
                start = time.perf_counter()
                uncertainty.of_scores(held)
                times.append((time.perf_counter() - start) * 1000)
            print(f"{basis:8}{period:8}{len(held.total):>6}{uncertainty.DRAWS:>8}{statistics.median(times):>8.0f}")


if __name__ == "__main__":
    main()
