"""Planning again, with the plan that was adopted last in view."""
