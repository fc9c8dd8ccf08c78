"""Which code or program each kind of service is."""

from functools import partial
from typing import assert_never

from designer.state.service import (
    Command,
    DhcpClient,
    DhcpServer,
    Dns,
    Echo,
    Frr,
    Http,
    Iperf3,
    RouterAdvertisement,
    Service,
)
from workers.keeper import (
    dhcp_client,
    dhcp_server,
    dns,
    echo,
    frr,
    http,
    program,
    router_advertisement,
)
from workers.keeper.room import Work

SHELL = "sh"
IPERF3 = "iperf3"


def work_of(service: Service) -> Work:
    """Return what a process in the node does to be the service."""
    match service:
        case Iperf3(port):
            return partial(program.run, [IPERF3, "--server", "--port", str(port)], port)
        case Command(command=command):
            return partial(program.run, [SHELL, "-c", command], None)
        case Dns():
            return dns.serve
        case Frr():
            return partial(frr.run, service)
        case _:
            return _ours(service)


def _ours(
    service: Http | Echo | DhcpServer | DhcpClient | RouterAdvertisement,
) -> Work:
    match service:
        case Http():
            return partial(http.serve, service)
        case Echo():
            return partial(echo.serve, service)
        case DhcpServer():
            return partial(dhcp_server.serve, service)
        case DhcpClient():
            return partial(dhcp_client.serve, service)
        case RouterAdvertisement():
            return partial(router_advertisement.serve, service)
        case _:
            assert_never(service)


def is_polite(service: Service) -> bool:
    """Tell whether a service has something to put right before it ends."""
    return isinstance(service, DhcpClient | Frr)
