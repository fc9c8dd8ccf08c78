"""A lab on this host: its slot, its manifest, and its namespaces as open descriptors."""

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

from designer.plan.operations import CreateNamespace
from designer.state.namespace import HOST_NAMESPACE
from designer.state.owner import Owner
from designer.state.route import Address
from workers.sandbox import birth, slots
from workers.sandbox import names as lab_names
from workers.sandbox.host import Host
from workers.sandbox.manifest import Manifest, read_manifest
from workers.sandbox.obstacles import refusal
from workers.sandbox.open_files import allow_many_files
from workers.sandbox.pin import Pin
from workers.sandbox.pins import PINS, USER_PIN, open_pin, pin, unpin
from workers.sandbox.residents import end_residents


class Lab:
    """To be used by who holds the lab's lock, or by who only looks.

    `namespaces` holds a descriptor for each namespace by name; in host mode also the host's own.
    """

    def __init__(self, host: Host, slot: int, manifest: Manifest) -> None:
        self.host = host
        self.slot = slot
        self.manifest = manifest
        self.folder = slots.slot_folder(host, slot)
        self.namespaces: dict[str, int] = {}
        self._user_namespace: int | None = None

    @classmethod
    def find(cls, host: Host, key: str, names: Collection[str] | None = None) -> Self | None:
        """Return the lab if it is on this host, with all or some of its namespaces opened."""
        slot = slots.find_slot(host, key)
        manifest = None if slot is None else read_manifest(slots.slot_folder(host, slot))
        if slot is None or manifest is None:
            return None
        lab = cls(host, slot, manifest)
        try:
            lab._open_pins(names)
        except FileNotFoundError:  # it goes while we look
            lab.close()
            return None
        return lab

    @classmethod
    def find_or_make(cls, host: Host, key: str, title: str) -> Self:
        """Return the lab, an empty one if it was not there."""
        lab = cls.find(host, key)
        if lab is None:
            manifest = Manifest(key=key, title=title)
            lab = cls(host, slots.make_slot(host, manifest), manifest)
            lab._open_pins()
        return lab

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the descriptors; the pins keep the namespaces."""
        for handle in self.namespaces.values():
            os.close(handle)
        self.namespaces.clear()
        if self._user_namespace is not None:
            os.close(self._user_namespace)
            self._user_namespace = None

    def _open_pins(self, names: Collection[str] | None = None) -> None:
        allow_many_files(len(self.manifest.pins))
        device = (self.folder / PINS).stat().st_dev
        self._user_namespace = open_pin(self.folder / USER_PIN, device)
        self.open(names)
        if self.host.allows_host_namespace:
            self.namespaces[HOST_NAMESPACE] = os.open("/proc/self/ns/net", os.O_RDONLY)

    def open(self, names: Collection[str] | None = None) -> None:
        """Open those of the namespaces that are there and not open, or all of them."""
        if names is not None and self.namespaces.keys() >= {*names}:
            return
        device = (self.folder / PINS).stat().st_dev
        for number, one in self.manifest.pins.items():
            if (names is None or one.name in names) and one.name not in self.namespaces:
                handle = open_pin(self.pin_file(number), device)
                if handle is not None:
                    self.namespaces[one.name] = handle

    def own_namespaces(self) -> dict[str, int]:
        """Return the descriptors of those namespaces that are the lab's and not the host's."""
        return {n: handle for n, handle in self.namespaces.items() if n != HOST_NAMESPACE}

    def user_namespace(self) -> int:
        """Return a descriptor of the lab's user namespace, made when it is first asked for."""
        if self._user_namespace is None:
            try:
                self._user_namespace = birth.make_user_namespace(self.host.ids_of_lab(self.slot))
            except OSError as error:
                raise refusal(error) from error
            pin(self._user_namespace, self.folder / USER_PIN)
        return self._user_namespace

    def pin_file(self, number: int) -> Path:
        """Return the file that pins a namespace."""
        return self.folder / PINS / str(number)

    def write(self, manifest: Manifest) -> None:
        """Replace the manifest, on disk first."""
        manifest.write(self.folder, self.manifest)
        self.manifest = manifest

    def create_namespaces(
        self, operations: Sequence[CreateNamespace], born: Callable[[str, int], None]
    ) -> None:
        """Make and pin them, calling `born` for each; their names are written down before."""
        first = max(self.manifest.pins, default=0) + 1
        numbered = dict(enumerate(operations, first))
        new = {n: Pin(one.namespace, one.hostname, one.owner) for n, one in numbered.items()}
        lost = {one.namespace for one in operations}
        kept = {n: pin for n, pin in self.manifest.pins.items() if pin.name not in lost}
        self.write(self.manifest.with_pins(kept | new))

        def receive(order: birth.Order, handle: int) -> None:
            name = numbered[order.number].namespace
            pin(handle, self.pin_file(order.number))
            self.namespaces[name] = handle
            born(name, handle)

        orders = [birth.Order(n, one.owner == "lab", one.quiet) for n, one in numbered.items()]
        birth.make_namespaces(self.user_namespace(), orders, receive)

    def delete_namespaces(self, names: Iterable[str]) -> None:
        """Unpin namespaces; the kernel frees them when nobody is in them any more."""
        going = set(names)
        handles = [self.namespaces.pop(name) for name in going if name in self.namespaces]
        end_residents(handles)
        for number, one in self.manifest.pins.items():
            if one.name in going:
                unpin(self.pin_file(number))
                lab_names.resolver_file(self.folder, number).unlink(missing_ok=True)
        for handle in handles:
            os.close(handle)
        kept = {n: one for n, one in self.manifest.pins.items() if one.name not in going}
        self.write(self.manifest.with_pins(kept))

    def rename_hosts(self, hostnames: dict[str, str]) -> None:
        """Give namespaces other UTS names, for the shells to come."""
        pins = {
            number: replace(one, hostname=hostnames.get(one.name, one.hostname))
            for number, one in self.manifest.pins.items()
        }
        self.write(self.manifest.with_pins(pins))

    def handles(self, owner: Owner, names: Collection[str]) -> list[int]:
        """Return the descriptors of those among some namespaces that have this owner."""
        of_owner = [one.name for one in self.manifest.pins.values() if one.owner == owner]
        return [self.namespaces[n] for n in of_owner if n in names and n in self.namespaces]

    def show_names(self, one: Pin) -> None:
        """Have this process, in a mount namespace of its own, see the names as a node does."""
        for number, pinned in self.manifest.pins.items():
            if pinned == one:
                lab_names.show_names(self.folder, number)

    def set_resolver(self, namespace: str, servers: tuple[Address, ...]) -> None:
        """Say which servers commands and services of a node ask for names."""
        for number, one in self.manifest.pins.items():
            if one.name == namespace:
                lab_names.write_resolver(lab_names.resolver_file(self.folder, number), servers)
                said = replace(one, resolver=tuple(map(str, servers)))
                self.write(self.manifest.with_pins({**self.manifest.pins, number: said}))
                return

    def end_residents(self) -> None:
        """Kill every process in it."""
        end_residents(self.own_namespaces().values(), self._user_namespace)

    def sweep(self) -> None:
        """Remove pins without a name, and files that never became pins."""
        known = {str(n) for n, one in self.manifest.pins.items() if one.name in self.namespaces}
        for file in (self.folder / PINS).iterdir():
            if file.name not in known:
                unpin(file)

    def drop(self) -> None:
        """Remove the lab from this host; the kernel frees what nobody else has open."""
        self.close()
        slots.drop_slot(self.host, self.manifest.key, self.slot)
