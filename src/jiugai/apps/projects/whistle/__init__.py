"""The street whistles, departments report: calls, clocks, hard cases, figures, good practice."""
