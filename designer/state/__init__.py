"""What a target host should have, or has: desired and observed are one type."""
