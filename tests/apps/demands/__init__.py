"""Tests of the ledger of demands."""
