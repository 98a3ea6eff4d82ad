"""``python -m law amend``: the bill on stdout only when proven; warnings and refusals on stderr."""

from pathlib import Path

import pytest

from law import proof
from law.__main__ import main
from tests.law.weaving_act import ACT, TEXT

BARE = TEXT[: TEXT.index("[๑] ราช")].replace("[๑]", "")


@pytest.fixture
def amend(tmp_path: Path, capfd: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Runs the command on two texts: exit status, stdout, lines of stderr."""

    def run(old: str, new: str, *options: str) -> tuple[int, str, list[str]]:
        for name, text in (("old.txt", old), ("new.txt", new)):
            (tmp_path / name).write_text(text, encoding="utf-8")
        status = main(["amend", str(tmp_path / "old.txt"), str(tmp_path / "new.txt"), *options])
        captured = capfd.readouterr()
        return status, captured.out, captured.err.splitlines()

    return run


def test_a_proven_bill(amend) -> None:  # type: ignore[no-untyped-def]
    status, out, err = amend(TEXT, TEXT.replace("จำนวนสามคน", "จำนวนสี่คน"), "--number", "๒", "--year", "2569")
    assert (status, err) == (0, [])
    assert out.startswith("ร่าง\nพระราชบัญญัติ\nส่งเสริมการทอผ้าพื้นบ้าน (ฉบับที่ ๒)\nพ.ศ. ๒๕๖๙\n\n")
    assert f"\n\nมาตรา ๓  ให้ยกเลิกความใน (๓) ของมาตรา ๕ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n" in out


def test_the_same_text_twice(amend) -> None:  # type: ignore[no-untyped-def]
    status, out, err = amend(TEXT, TEXT)
    assert (status, out, len(err)) == (2, "", 1)
    assert "nothing to amend" in err[0]


def test_every_missing_unit_is_named_and_nothing_printed(amend) -> None:  # type: ignore[no-untyped-def]
    new = TEXT.replace("(๑) มีสัญชาติไทย\n\n", "").replace("มติของที่ประชุมให้ถือเสียงข้างมาก\n\n", "")
    status, out, err = amend(TEXT, new)
    assert (status, out) == (2, "")
    assert [line.partition(":")[0] for line in err] == ["s6.p1.i1", "s7.p3"]
    assert all("mark it (ยกเลิก)" in line for line in err)


def test_an_unknown_amender_is_a_warning(amend) -> None:  # type: ignore[no-untyped-def]
    status, out, err = amend(BARE, BARE.replace("จำนวนสามคน", "จำนวนสี่คน"))
    assert (status, len(err)) == (0, 1)
    assert err[0].startswith("s5.p1.i3 ((๓) ของมาตรา ๕): its latest amender is not known")
    assert "ซึ่งแก้ไขเพิ่มเติมโดย" not in out


def test_what_the_drafter_decides(amend) -> None:  # type: ignore[no-untyped-def]
    new = BARE.replace("สมาคม", "สหพันธ์").replace("จำนวนสามคน", "จำนวนสี่คน")
    options = ["--words", "สมาคม=สหพันธ์", "--grain", "s5=section", "--amender", "s5=", "--charge", "นายกรัฐมนตรี"]
    status, out, err = amend(BARE, new, *options, "--after-days", "30", "--transitional", "ให้กรรมการอยู่ต่อไป")
    assert (status, err) == (0, [])
    assert "มาตรา ๒  พระราชบัญญัตินี้ให้ใช้บังคับเมื่อพ้นกำหนดสามสิบวันนับแต่" in out
    assert f"มาตรา ๓  ให้แก้ไขคำว่า “สมาคม” ใน{ACT} เป็น “สหพันธ์” ทุกแห่ง\n" in out
    assert f"มาตรา ๔  ให้ยกเลิกความในมาตรา ๕ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n" in out
    assert "มาตรา ๕  ให้กรรมการอยู่ต่อไป\n\nมาตรา ๖  ให้นายกรัฐมนตรีรักษาการตามพระราชบัญญัตินี้\n" in out


@pytest.mark.parametrize("option", [["--grain", "s5=huge"], ["--words", "สมาคม"]])
def test_options_that_make_no_sense(amend, option: list[str]) -> None:  # type: ignore[no-untyped-def]
    status, out, err = amend(TEXT, TEXT.replace("จำนวนสามคน", "จำนวนสี่คน"), *option)
    assert (status, out, len(err)) == (2, "", 1)


def test_a_bill_that_can_not_be_proven_is_not_printed(amend, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(proof, "apply_orders", lambda act, _bill, _orders: act)
    status, out, err = amend(TEXT, TEXT.replace("จำนวนสามคน", "จำนวนสี่คน"))
    assert (status, out) == (2, "")
    assert err == ["The bill could not be proven: read back and applied it gives another text at s5."]


def test_what_can_not_be_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["amend", str(tmp_path / "none.txt"), str(tmp_path / "none.txt")]) == 2
    assert capfd.readouterr().out == ""
