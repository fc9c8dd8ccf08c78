"""What is drawn: frozen values in a user's words, each checked when it is made."""
