"""What can be known about an estate 小区, file by file of a clerk's cabinet."""

from jiugai.policy.vocabulary.estate.fabric import Fabric
from jiugai.policy.vocabulary.estate.gates import Steps
from jiugai.policy.vocabulary.estate.identity import Identity
from jiugai.policy.vocabulary.estate.money import Costs
from jiugai.policy.vocabulary.estate.needs import Needs
from jiugai.policy.vocabulary.estate.residents import Residents


class Estate(Identity, Fabric, Needs, Residents, Costs, Steps):
    """An old residential estate, the unit in which renewal is applied for and planned."""

    title = "小区"
