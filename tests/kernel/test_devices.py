"""Interfaces that are devices: made, seen, changed, typed and taken away again."""

from pathlib import Path
from shutil import which

import pytest

from designer.plan.diff import diff
from designer.plan.operations import CreateDevice, Plan
from designer.plan.shell import commands
from designer.plan.shell.wireguard import secrets
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.document import read_text
from tests.kernel.inside import inside
from tests.kernel.scratch import shell
from tests.kernel.test_observe import observe_named, with_named_namespaces
from workers import engine
from workers.sandbox.exec import run_in_node


def drawn(text: str) -> HostState:
    """Return the state of a drawing that has no errors."""
    document = read_text(text)
    assert document.topology is not None
    assert document.errors == []
    return lower(document.topology)


DRAWINGS = {
    "vlan": """
        nodes:
          r:
            kind: router
            interfaces:
              eth0: {mtu: 1400}
              eth0.10: {device: {kind: vlan, parent: eth0, vid: 10}, addresses: [10.0.10.1/24]}
              eth0.20: {device: {kind: vlan, parent: eth0, vid: 20, protocol: 802.1ad}, mtu: 1300}
              q: {device: {kind: vlan, parent: eth0.20, vid: 30}, addresses: ["fd00::1/64"]}
              down: {device: {kind: vlan, parent: eth0, vid: 40}, up: false}
              lo: {addresses: [10.255.0.1/32, "fd01::1/128"]}
          h:
            interfaces:
              eth0: {device: {kind: vlan, parent: e, vid: 10}, addresses: [10.0.10.2/24]}
        links: ["h:e -- r:eth0"]
        """,
    "vlan-changed": """
        nodes:
          r:
            kind: router
            interfaces:
              eth0: {mtu: 1500, mac: "02:00:00:00:00:01"}
              eth0.10: {device: {kind: vlan, parent: eth0, vid: 11}, addresses: [10.0.10.1/24]}
              eth0.20: {device: {kind: vlan, parent: eth0, vid: 20, protocol: 802.1ad}, up: false}
              q: {device: {kind: vlan, parent: eth0.20, vid: 30}, addresses: ["fd00::1/64"]}
              down: {device: {kind: vlan, parent: eth0, vid: 40}, addresses: [10.0.40.1/24]}
          h:
            interfaces:
              eth0: {device: {kind: vlan, parent: e, vid: 11}, addresses: [10.0.10.2/24]}
        links: ["h:e -- r:eth0"]
        """,
    "parent-down": """
        nodes:
          r:
            interfaces:
              eth0: {up: false}
              eth0.10: {device: {kind: vlan, parent: eth0, vid: 10}, addresses: [10.0.10.1/24]}
              down: {device: {kind: vlan, parent: eth0, vid: 40}, up: false}
          h:
        links: ["h:e -- r:eth0"]
        """,
    "dummy": """
        nodes:
          r: {interfaces: {dum0: {device: {kind: dummy}, mtu: 9000, addresses: [10.9.9.9/32]}}}
        """,
    "macvlan": """
        nodes:
          h:
            interfaces:
              eth0: {mtu: 1400}
              mv0: {device: {kind: macvlan, parent: eth0}, addresses: [10.0.1.5/24]}
              mv1: {device: {kind: macvlan, parent: eth0, mode: private}, mtu: 1300}
          g:
        links: ["h:eth0 -- g:e"]
        """,
    "vxlan": """
        nodes:
          a:
            kind: router
            interfaces:
              vx1: {device: {kind: vxlan, vni: 100, local: 10.0.0.1, remote: 10.0.0.2},
                    addresses: [10.1.0.1/24, "fd01::1/64"]}
              vx2: {device: {kind: vxlan, vni: 7, remote: 239.1.1.1, parent: eth0, port: 8472}}
              vx3: {device: {kind: vxlan, vni: 9, local: "fd00::1", remote: "fd00::2",
                             parent: eth0}}
          s:
            kind: switch
            interfaces:
              up: {addresses: [10.0.0.2/24, "fd00::2/64"]}
              vx1: {device: {kind: vxlan, vni: 100, local: 10.0.0.2, remote: 10.0.0.1}}
          h:
        links: ["a:eth0 10.0.0.1/24 fd00::1/64 -- s:up", "s:p1 -- h:eth0 10.1.0.3/24"]
        """,
    "tunnels": """
        nodes:
          a:
            kind: router
            interfaces:
              gre1: {device: {kind: gre, local: 10.0.0.1, remote: 10.0.0.2, key: 7, ttl: 9},
                     addresses: [10.1.0.1/30, "fd01::1/64"]}
              gre2: {device: {kind: gre, local: 10.0.0.1, remote: 10.0.0.2}, mtu: 1400}
              tun1: {device: {kind: ipip, local: 10.0.0.1, remote: 10.0.0.2},
                     addresses: [10.2.0.1/30]}
              six: {device: {kind: sit, local: 10.0.0.1, remote: 10.0.0.2},
                    addresses: ["fd02::1/64"]}
            routes: [{destination: 10.9.0.0/16, interface: gre1}]
          b: router
        links: ["a:eth0 10.0.0.1/24 -- b:eth0 10.0.0.2/24"]
        """,
    "wireguard": """
        nodes:
          a:
            kind: router
            interfaces:
              wg0:
                device:
                  kind: wireguard
                  private_key: EBEREREREREREREREREREREREREREREREREREREREVE=
                  peers:
                    - public_key: D6poTtKIZ7l/Smot7l34zpdOdrcBjj8iocTPJnhXDyA=
                      preshared_key: AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=
                      endpoint: "10.0.0.2:1024"
                      allowed: [10.9.0.2/32, 10.8.0.0/16, "fd09::/64"]
                      keepalive_s: 25
                    - {public_key: AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM=}
                addresses: [10.9.0.1/24, "fd09::1/64"]
            routes: [{destination: 10.8.0.0/16, interface: wg0}]
          b:
            interfaces:
              wg1:
                device:
                  kind: wireguard
                  private_key: ICIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiImI=
                  port: 1024
                  peers:
                    - public_key: e06Qm75//kTEZaIgA31gjuNYl9Me+XLwf3SJLLD3PxM=
                      preshared_key: AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=
                      allowed: [0.0.0.0/0]
                addresses: [10.9.0.2/24]
        links: ["a:eth0 10.0.0.1/24 -- b:eth0 10.0.0.2/24"]
        """,
    "bond": """
        nodes:
          h:
            interfaces:
              bond0: {device: {kind: bond, members: [e1, e2]}, mtu: 1400, addresses: [10.0.1.1/24]}
              bond0.5: {device: {kind: vlan, parent: bond0, vid: 5}, addresses: [10.0.5.1/24]}
              e2: {up: false}
          s:
            kind: switch
            interfaces:
              bond1: {device: {kind: bond, mode: 802.3ad, members: [p3, p4]}}
          g: {interfaces: {bond2: {device: {kind: bond, mode: 802.3ad, members: [e3, e4]},
                                   addresses: [10.0.1.3/24]}}}
        links: ["h:e1 -- s:p1", "h:e2 -- s:p2", "g:e3 -- s:p3", "g:e4 -- s:p4"]
        """,
    "bond-changed": """
        nodes:
          h:
            interfaces:
              e1: {addresses: [10.0.1.1/24]}
              bond0: {device: {kind: bond, members: [e2, e5]}, mac: "02:00:00:00:00:09"}
          s:
            kind: switch
            interfaces:
              bond1: {device: {kind: bond, members: [p3, p4]}, mac: "02:00:00:00:00:07"}
          g: {interfaces: {bond2: {device: {kind: bond, members: [e4, e3]}, mtu: 1300,
                                   addresses: [10.0.1.3/24]}}}
        links: ["h:e1 -- s:p1", "h:e2 -- s:p2", "g:e3 -- s:p3", "g:e4 -- s:p4", "h:e5 -- s:p5"]
        """,
    "vrf": """
        nodes:
          r:
            kind: router
            interfaces:
              red: {device: {kind: vrf, table: 100, members: [e1, e2]}}
              blue: {device: {kind: vrf, table: 200, members: [e3]}, addresses: [10.5.0.1/32]}
            routes:
              - {destination: 10.9.0.0/16, gateway: 10.0.1.2, interface: e1}
              - {destination: 10.9.0.0/16, gateway: 10.0.1.3, interface: e3}
          a:
          b:
          c:
        links:
          - "r:e1 10.0.1.1/24 fd01::1/64 -- a:e 10.0.1.2/24"
          - "r:e2 10.0.2.1/24 -- b:e"
          - "r:e3 10.0.1.1/24 -- c:e 10.0.1.3/24"
        """,
    "vrf-changed": """
        nodes:
          r:
            kind: router
            interfaces:
              red: {device: {kind: vrf, table: 101, members: [e2]}}
              blue: {device: {kind: vrf, table: 200, members: [e1, e3]}, addresses: [10.5.0.1/32]}
            routes:
              - {destination: 10.9.0.0/16, gateway: 10.0.1.2, interface: e1}
          a:
          b:
          c:
        links:
          - "r:e1 10.0.1.1/24 fd01::1/64 -- a:e 10.0.1.2/24"
          - "r:e2 10.0.2.1/24 -- b:e"
          - "r:e3 10.0.3.1/24 -- c:e"
        """,
    "small": """
        nodes:
          a:
            interfaces:
              e: {mtu: 1280}
              x: {device: {kind: vxlan, vni: 7, remote: 10.0.1.2, parent: e}}
          b: {interfaces: {e: {mtu: 1000}}}
        links: ["a:e -- b:e"]
        """,
    "larger": """
        nodes:
          a:
            interfaces:
              e: {mtu: 1500}
              x: {device: {kind: vxlan, vni: 7, remote: 10.0.1.2, parent: e}}
          b: {interfaces: {e: {mtu: 1500}}}
        links: ["a:e -- b:e"]
        """,
    "far-cable": """
        nodes:
          a: {interfaces: {x: {device: {kind: vxlan, vni: 7, remote: 10.7.7.7, parent: z}}}}
          b:
          c:
        links: ["c:a -- a:y", "b:e -- a:z"]
        """,
}


DRAWINGS["wireguard-changed"] = (
    DRAWINGS["wireguard"].replace("10.0.0.2:1024", "10.0.0.2:1025").replace("1024", "1025")
)

NEEDS = {
    "vlan": ["vlan_device", "vlan_ad_device"],
    "vlan-changed": ["vlan_device", "vlan_ad_device"],
    "parent-down": ["vlan_device"],
    "dummy": ["dummy"],
    "macvlan": ["macvlan"],
    "vxlan": ["vxlan"],
    "tunnels": ["gre", "ipip", "sit"],
    "wireguard": ["wireguard"],
    "wireguard-changed": ["wireguard"],
    "bond": ["bond", "vlan_device"],
    "bond-changed": ["bond"],
    "vrf": ["vrf"],
    "vrf-changed": ["vrf"],
    "small": ["vxlan"],
    "larger": ["vxlan"],
    "far-cable": ["vxlan"],
}
LABS = [pytest.param(name, marks=pytest.mark.needs(*NEEDS[name])) for name in DRAWINGS]


@pytest.mark.parametrize("name", LABS)
def test_devices_are_made_as_drawn(run_dir: Path, name: str) -> None:
    """What is observed equals what was drawn, and a second apply has nothing to do."""
    state = drawn(DRAWINGS[name])

    def make_twice() -> tuple[HostState, Plan]:
        seen = engine.apply("lab", state).observation.state
        return seen, engine.apply("lab", state).plan

    seen, again = inside(run_dir, make_twice)
    assert seen == state
    assert again == ()


@pytest.mark.parametrize("name", LABS)
def test_devices_made_by_shell_commands_are_seen_as_drawn(name: str) -> None:
    """The commands of a plan and the plan itself mean the same."""
    state = drawn(DRAWINGS[name])
    plan = diff(state, HostState())
    keys = [one for made in plan if isinstance(made, CreateDevice) for one in secrets(made)]
    if keys and which("wg") is None:
        pytest.skip("not installed: wg")

    def run_and_look() -> list[str]:
        given = [f"{variable}={key}" for variable, key in keys]
        shell("\n".join([*given, *(line for one in plan for line in commands(one))]))
        return [str(one) for one in diff(state, observe_named(state).state)]

    assert with_named_namespaces(run_and_look) == []


STEPS = [
    pytest.param(one, other, marks=pytest.mark.needs(*NEEDS[one], *NEEDS[other]))
    for one, other in (
        ("vlan", "vlan-changed"),
        ("vlan", "parent-down"),
        ("dummy", "vlan"),
        ("bond", "bond-changed"),
        ("vrf", "vrf-changed"),
        ("vxlan", "macvlan"),
        ("tunnels", "vxlan"),
        ("small", "larger"),
        ("wireguard", "wireguard-changed"),
    )
]


@pytest.mark.parametrize(("before", "after"), STEPS)
def test_devices_are_changed_on_a_running_lab(run_dir: Path, before: str, after: str) -> None:
    """From one drawing to another the kernel ends up equal to the second, and back again."""
    first, second = drawn(DRAWINGS[before]), drawn(DRAWINGS[after])

    def there_and_back() -> list[HostState]:
        return [engine.apply("lab", one).observation.state for one in (first, second, first)]

    assert inside(run_dir, there_and_back) == [first, second, first]


BONDED = """
nodes:
  a: {interfaces: {bond0: {device: {kind: bond, members: [e1, e2]}, addresses: [10.0.1.1/24]}}}
  b: {interfaces: {e: {addresses: [10.0.1.2/24]}}}
  s: switch
links: [{ends: [a:e1, s:p1], cut: %s}, {ends: [a:e2, s:p2], cut: %s}, "b:e -- s:q"]
"""


@pytest.mark.needs("bond")
def test_the_other_cable_of_a_bond_takes_over(run_dir: Path) -> None:
    """Whichever is cut while the lab runs, packets get through; with both cut, none does."""

    def cut_in_turns() -> list[bool]:
        found = []
        for cut in (("false", "false"), ("true", "false"), ("false", "true"), ("true", "true")):
            engine.apply("lab", drawn(BONDED % cut))
            status = run_in_node("lab", "b", ["ping", "-qc3", "-i0.3", "-W1", "10.0.1.1"])
            found.append(status == 0)
        return found

    assert inside(run_dir, cut_in_turns) == [True, True, True, False]
