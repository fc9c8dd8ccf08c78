"""What runs on the target host: networks are made real, observed and probed here."""
