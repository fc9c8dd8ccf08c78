"""What users can do, one function each; the API and the commands only call these."""
