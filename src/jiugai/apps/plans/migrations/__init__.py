"""Tables change here."""
