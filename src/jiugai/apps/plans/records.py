"""Results as the core reads them back."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from jiugai.apps.plans.models import Result, Scenario
from jiugai.planning.record import CLOCK, PlanRecord, record_of


def record_of_result(result: Result, *, name: str) -> PlanRecord:
    """Return a kept plan to be compared, or to be planned on from."""
    return record_of(result.content, name=name, file=name)


def latest_result(scenario: Scenario) -> Result | None:
    """Return what was found last for a scenario, without its heavy parts."""
    return (
        Result.objects.filter(run__scenario=scenario)
        .select_related("run")
        .defer("workbook", "content")
        .order_by("-run")
        .first()
    )


def digest_of(content: Mapping[str, Any]) -> str:
    """Return the digest of a plan, which does not depend on how long it took."""
    plain = {name: value for name, value in content.items() if name != CLOCK}
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
