"""Long work of the record: its proof."""

from typing import Any

from jiugai.apps.audit.actions import Action
from jiugai.apps.audit.services import record
from jiugai.apps.audit.verify import told, verify
from jiugai.apps.jobs.kinds import job
from jiugai.apps.jobs.progress import Progress


@job("audit.verify")
def verify_record(progress: Progress) -> dict[str, Any]:
    """Recompute every block, and write down what was found and up to where."""
    proof = verify(tell=progress.tell)
    record(
        Action.RECORD_VERIFIED,
        by=progress.job.by,
        division=progress.job.division,
        blocks=proof.blocks,
        lines=proof.lines,
        last_line=proof.last_line,
        digest=proof.digest,
        found=proof.found,
    )
    return {"sentence": told(proof), "problems": [str(problem) for problem in proof.problems]}
