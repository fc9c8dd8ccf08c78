"""What is said to people can be said again in another language."""

import json
from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from designer.topology.problem import Problem
from designer.topology.sentence import both, counted, either, listed, retold, say, told
from designer.topology.values import End

TEXTS = st.text(max_size=20)


def test_a_sentence_is_its_english_text() -> None:
    """Who knows nothing of templates has a plain text."""
    said = say("{end} is on no node: draw {node}", end=End("h1", "eth0"), node="h1")
    assert said == "h1:eth0 is on no node: draw h1"
    assert json.dumps({"message": said}) == '{"message": "h1:eth0 is on no node: draw h1"}'
    assert said.values == {"end": "h1:eth0", "node": "h1"}


@given(name=TEXTS, inner=TEXTS, number=st.integers())
def test_template_and_values_say_the_same_again(name: str, inner: str, number: int) -> None:
    """Even where a value looks like a template, and after a trip as JSON."""
    said = say("{name} of {what}: {number} {", name=name, what=say("{x}", x=inner), number=number)
    again = json.loads(json.dumps(told(said)))
    assert retold("", **again) == said == f"{name} of {inner}: {number} {{"
    assert told(retold("", **again)) == told(said)


def test_a_number_has_its_form() -> None:
    """Also told and retold, and other languages find all its forms under the text for many."""
    one, two = (
        counted("{count} rule of {n}", "{count} rules of {n}", count=n, n="a") for n in (1, 2)
    )
    assert (one, two) == ("1 rule of a", "2 rules of a")
    assert told(one) == {"template": "{count} rules of {n}", "values": {"count": 1, "n": "a"}}
    assert retold(one, **told(one)) == one
    assert deepcopy(one) == say("{what}", what=one) == one


def test_a_copy_keeps_what_it_was_made_of() -> None:
    """Problems are copied and sent about."""
    said = say("remove {what}", what=say("the link"))
    copy = deepcopy(said)
    assert (copy, told(copy)) == (said, told(said))


def test_sentences_stand_in_rows() -> None:
    """The words between them are said in the reader's language, the sentences too."""
    assert listed(["a", say("b {n}", n=1)]) == "a; b 1"
    assert either(["a", "b", "c"]) == "a or b or c"
    assert both(["a"]) == "a"
    assert told(both(["a", "b"]))["template"] == "{one} and {other}"


def test_a_problem_comes_back_as_it_was_stored() -> None:
    """Rows from before there were templates still say what they said."""
    problem = Problem("x", "nodes/h1", say("{name} is odd", name="h1"), "warning", 3)
    stored = json.loads(json.dumps(problem.plain()))
    assert Problem.from_plain(stored).plain() == problem.plain()
    old = {name: stored[name] for name in ("code", "element", "message", "severity", "line")}
    assert Problem.from_plain(old) == problem
    assert Problem.from_plain(old).message == "h1 is odd"
