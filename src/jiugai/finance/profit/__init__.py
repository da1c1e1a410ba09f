"""The small-profit model 微利可持续: what a project earns, and when it has paid itself."""
