"""Demands of residents 诉求: one ledger, whichever way they came."""
