"""Whether what a source says of time fits together, and fits the time that it is for."""
