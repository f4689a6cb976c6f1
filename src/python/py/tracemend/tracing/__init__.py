"""Recording the steps of a run."""
