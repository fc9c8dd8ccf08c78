"""Why this host refuses user namespaces, with the setting and the command that changes it."""

from pathlib import Path

from designer.topology.sentence import listed, say
from workers.errors import HostRefused

PROC_SYS = Path("/proc/sys")

SETTINGS = (
    ("kernel.unprivileged_userns_clone", "0", "1", say("switches user namespaces off for users")),
    ("user.max_user_namespaces", "0", "28000", say("switches user namespaces off")),
    ("user.max_net_namespaces", "0", "28000", say("switches network namespaces off")),
    (
        "kernel.apparmor_restrict_unprivileged_userns",
        "1",
        "0",
        say("has AppArmor take all rights from user namespaces, as Ubuntu does since 23.10"),
    ),
)


def refusal(error: OSError, proc_sys: Path = PROC_SYS) -> HostRefused:
    """Return what to tell a person whose host did not let the holder be made."""
    found = [text for setting in SETTINGS if (text := _obstacle(proc_sys, *setting))]
    if found:
        return HostRefused(listed(found))
    return HostRefused(
        say(
            "cannot make the namespaces of Vethwork: {error}: run it as root, or"
            " outside of a container that forbids user namespaces",
            error=error,
        )
    )


def _obstacle(proc_sys: Path, name: str, bad: str, good: str, effect: str) -> str:
    file = proc_sys / name.replace(".", "/")
    if not file.exists() or file.read_text().strip() != bad:
        return ""
    return say(
        "the setting {name}={bad} {effect}: run as root: sysctl -w {name}={good}",
        name=name,
        bad=bad,
        effect=effect,
        good=good,
    )
