"""BJ20: Beijing's work plan for renewing old estates in 2020."""
