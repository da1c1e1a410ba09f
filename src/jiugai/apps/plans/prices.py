"""Keep the prices of a scenario's last plan, so that another process begins with them, too."""

import io

import numpy as np

from jiugai.apps.plans.models import Run, SearchPrices
from jiugai.planning.search.prices import Known


def remember(run: Run, prices: Known | None) -> None:
    """Put the prices of a plan in the place of those of the one before."""
    if prices is None:
        return
    content = io.BytesIO()
    np.savez_compressed(content, first=prices.first)
    SearchPrices.objects.update_or_create(
        scenario_id=run.scenario_id,
        defaults={
            "division": run.division,
            "limits": [[*key, price] for key, price in prices.limit.items()],
            "first": content.getvalue(),
        },
    )


def remembered(run: Run) -> Known | None:
    """Return the prices of the last plan of a run's scenario, or None before the first."""
    kept = SearchPrices.objects.filter(scenario_id=run.scenario_id).first()
    if kept is None:
        return None
    with np.load(io.BytesIO(bytes(kept.first)), allow_pickle=False) as content:
        first = content["first"]
    limit = {(kind, year, title): price for kind, year, title, price in kept.limits}
    return Known(limit, first)
