"""Reception on site: where, who, when."""
