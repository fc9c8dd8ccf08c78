"""What logs do not tell: tokens in addresses, for who has one may do what it says."""

import logging
import re

_TOKENS = re.compile(r"(/(?:share|embed|sign-in)/)[A-Za-z0-9_%-]+")


def without_tokens(text: str) -> str:
    """Return a text with the tokens of its addresses left out."""
    return _TOKENS.sub(r"\1…", text)


class WithoutTokens(logging.Filter):
    """Leaves tokens out of whatever is logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Have the record say the same without them."""
        said = record.getMessage()
        if (told := without_tokens(said)) != said:
            record.msg, record.args = told, None
        return True
