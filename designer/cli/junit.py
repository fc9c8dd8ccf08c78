"""A JUnit report of expectations, as the services that build and test software read it."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from designer.cli.verdicts import outcome_said, said
from designer.messages import Verdict
from designer.topology.topology import Topology


def report(topology: Topology, verdicts: Sequence[Verdict], took_s: float) -> str:
    """Return the report: a test case for each expectation, failed where it was missed."""
    failures = sum(not verdict.met for verdict in verdicts)
    suite = ET.Element(
        "testsuite",
        name=topology.name,
        tests=str(len(verdicts)),
        failures=str(failures),
        errors="0",
        time=f"{took_s:.3f}",
    )
    for verdict in verdicts:
        name = said(topology.expect[verdict.expect])
        case = ET.SubElement(suite, "testcase", classname=topology.name, name=name)
        if not verdict.met:
            ET.SubElement(case, "failure", message=outcome_said(verdict))
    suites = ET.Element("testsuites")
    suites.append(suite)
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=True) + "\n"
