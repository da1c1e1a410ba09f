"""The consensus on each part of the works: what concerns several households needs theirs."""
