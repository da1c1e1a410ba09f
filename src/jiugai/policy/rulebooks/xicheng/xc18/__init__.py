"""XC18: Xicheng's three-year scheme for renewing old estates, 2018 to 2020."""
