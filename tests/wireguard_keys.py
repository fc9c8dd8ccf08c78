"""Keys of two WireGuard devices, as `wg genkey` and `wg pubkey` (wg(8)) write them."""

KEYS = {
    "a": (
        "EBEREREREREREREREREREREREREREREREREREREREVE=",
        "e06Qm75//kTEZaIgA31gjuNYl9Me+XLwf3SJLLD3PxM=",
    ),
    "b": (
        "ICIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiImI=",
        "D6poTtKIZ7l/Smot7l34zpdOdrcBjj8iocTPJnhXDyA=",
    ),
}
"""By node, the private key and the public key that belongs to it."""
