"""`vethwork rules` and what the command line says of a wrong ruleset, on the real kernel."""

import json

import pytest

from designer.gallery import GALLERY
from tests.installation import Vethwork

pytestmark = pytest.mark.kernel


def test_rules_are_listed_with_what_they_matched(vethwork: Vethwork) -> None:
    """In the kernel's order, by their numbers in the drawing; a node without any says so."""
    file = vethwork.write("lab.yaml", GALLERY["firewall"].text)
    assert vethwork("apply", file).returncode == 0
    assert vethwork("matrix", file).returncode == 0
    shown = vethwork("rules", file, "firewall").stdout.splitlines()
    assert shown[1].split()[:5] == ["forward", "1", "allow", "state", "established,"]
    assert shown[-1].split() == ["forward", "policy", "deny"]
    told = json.loads(vethwork("rules", file, "firewall", "--json").stdout)
    assert told["policy"] == {"input": "allow", "forward": "deny", "output": "allow"}
    assert [rule["number"] for rule in told["rules"]] == [5, 1, 2, 2, 3, 4]
    assert all(rule["packets"] for rule in told["rules"] if rule["number"] in {1, 2, 3, 4})
    assert vethwork("rules", file, "office").stdout == "office has no rules\n"
    nobody = vethwork("rules", file, "nobody")
    assert (nobody.returncode, len(nobody.stderr.splitlines())) == (2, 1)


def test_a_wrong_ruleset_is_refused_with_its_line(vethwork: Vethwork) -> None:
    """By nft's words, before anything is there."""
    drawing = (
        "nodes:\n  r:\n    kind: router\n    ruleset: |\n"
        "      table inet mine {\n        chain c {\n"
        "          tcp dpott 22 drop\n        }\n      }\n"
    )
    done = vethwork("apply", vethwork.write("lab.yaml", drawing))
    assert done.returncode == 3
    assert "set the ruleset of r, 5 lines: line 3: syntax error" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert vethwork("status").stdout == "no labs on this host\n"
