"""Public notices: composed, put up, objected to, answered, ended."""
