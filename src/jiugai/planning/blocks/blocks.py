"""What lies together in a plan and what is tendered together."""

from dataclasses import dataclass

from jiugai.planning.blocks.bundles import Bundles, bundles_of
from jiugai.planning.blocks.packages import Packages, make_packages
from jiugai.planning.plan import Plan


@dataclass(frozen=True, slots=True)
class Blocks:
    """The bundles and the tender packages of a plan."""

    bundles: Bundles
    packages: Packages


def blocks_of(plan: Plan) -> Blocks:
    """Return the bundles of a plan and the packages that its terms ask for."""
    bundles, asked = bundles_of(plan), plan.terms.packaging
    return Blocks(bundles, make_packages(bundles, by=asked.by, limits=asked.limits))
