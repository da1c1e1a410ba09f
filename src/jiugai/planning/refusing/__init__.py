"""Why no plan keeps what is asked, and what would mend it."""
