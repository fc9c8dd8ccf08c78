"""libnftables(3), which nft(8) is a thin program around: it needs no process of its own."""

import ctypes
from functools import cache

from designer.topology.sentence import say
from workers.errors import HostRefused

NFT_CTX_OUTPUT_STATELESS, NFT_CTX_OUTPUT_JSON = 1 << 2, 1 << 4


@cache
def library() -> ctypes.CDLL:
    """Load it, once a process."""
    try:
        found = ctypes.CDLL("libnftables.so.1")
    except OSError as error:
        raise HostRefused(
            say("a raw ruleset needs libnftables, which is not installed: apt-get install nftables")
        ) from error
    found.nft_ctx_new.restype = ctypes.c_void_p
    for name in ("nft_ctx_get_output_buffer", "nft_ctx_get_error_buffer"):
        getattr(found, name).restype = ctypes.c_char_p
    return found


class Nft:
    """A context, which speaks to the network namespace it was made in."""

    def __init__(self) -> None:
        self._library = library()
        self._context = ctypes.c_void_p(self._library.nft_ctx_new(ctypes.c_uint32(0)))
        self._library.nft_ctx_buffer_output(self._context)
        self._library.nft_ctx_buffer_error(self._context)

    def run_file(self, name: str) -> str:
        """Carry out a file in one transaction; return what is wrong with it, with lines."""
        if self._library.nft_run_cmd_from_filename(self._context, name.encode()):
            return self._said(self._library.nft_ctx_get_error_buffer) or "nft refused it"
        return ""

    def list_ruleset(self) -> str:
        """Return all tables as JSON, without what is counted."""
        flags = ctypes.c_uint(NFT_CTX_OUTPUT_STATELESS | NFT_CTX_OUTPUT_JSON)
        self._library.nft_ctx_output_set_flags(self._context, flags)
        if self._library.nft_run_cmd_from_buffer(self._context, b"list ruleset"):
            raise OSError(0, self._said(self._library.nft_ctx_get_error_buffer))
        return self._said(self._library.nft_ctx_get_output_buffer)

    def _said(self, get: "ctypes._FuncPointer") -> str:
        return (get(self._context) or b"").decode(errors="replace")
