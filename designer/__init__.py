"""The web side of Vethwork, and the pure core that the web and the host workers share."""
