"""KF19: how Kaifeng renews its old urban estates from 2019 to 2021."""
