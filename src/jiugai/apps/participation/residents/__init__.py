"""What households see and do, apart from the pages of staff."""
