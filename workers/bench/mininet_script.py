"""Run by the Python that Mininet is installed for: reads a lab as JSON, prints times as JSON."""

import json
import sys
import time
from typing import Any

from mininet.log import setLogLevel  # type: ignore[import-not-found]
from mininet.net import Mininet  # type: ignore[import-not-found]
from mininet.nodelib import LinuxBridge  # type: ignore[import-not-found]


def main() -> None:
    """Build, stop, and tell how long each took."""
    lab = json.load(sys.stdin)
    setLogLevel("error")
    began = time.perf_counter()
    net = _build(lab)
    built = time.perf_counter()
    net.stop()
    stopped = time.perf_counter()
    sys.stdout.write(
        json.dumps({"build": (built - began) * 1e3, "destroy": (stopped - built) * 1e3})
    )


def _build(lab: dict[str, Any]) -> Any:
    net = Mininet(switch=LinuxBridge, controller=None, waitConnected=False)
    names = {name: f"s{number}" for number, name in enumerate(lab["switches"], 1)}
    for name in lab["nodes"]:
        net.addHost(name, ip=None)
    for name in names.values():
        net.addSwitch(name)
    for left, port, right, interface in lab["links"]:
        own = {} if left in names else {"intfName1": port}
        other = {} if right in names else {"intfName2": interface}
        net.addLink(net[names.get(left, left)], net[names.get(right, right)], **own, **other)
    net.start()
    for name, interface, address in lab["addresses"]:
        net[name].setIP(address, intf=interface)
    for name in lab["routers"]:
        net[name].cmd("sysctl -w net.ipv4.ip_forward=1")
    for name, destination, gateway in lab["routes"]:
        net[name].cmd(f"ip route add {destination} via {gateway}")
    return net


if __name__ == "__main__":
    main()
