"""OpenRosa: collectors fetch forms and hand in what they gathered offline."""
