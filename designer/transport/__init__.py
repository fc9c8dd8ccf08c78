"""How messages travel between the web, the control worker and the host workers: both ends' part."""
