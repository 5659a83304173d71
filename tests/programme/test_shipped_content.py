"""The programme that comes along is sound."""

import pytest
import yaml

from goedwerk_tui.programme import Pack, standard_folder
from goedwerk_tui.programme.check import check_pack

pytestmark = pytest.mark.skipif(
    not (standard_folder() / "programme.yaml").exists(), reason="the programme is not in this checkout"
)


@pytest.mark.parametrize("parser", ["C", "Python"])
def test_no_problems(parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "Python":  # stricter than libyaml: no question mark in a text between { and }
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)

    assert [str(problem) for problem in check_pack(standard_folder()).problems] == []


def test_every_step_opens_and_every_link_leads_somewhere() -> None:
    pack = Pack.open(standard_folder())

    for session in pack.programme.sessions:
        for step_id in session.steps:
            step = pack.step(step_id)
            assert step.id == step_id
            pack.terms_in(step)
    for page_id in pack.programme.pages:
        assert pack.page(page_id).text
