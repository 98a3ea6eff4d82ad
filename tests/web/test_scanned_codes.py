"""The square on a page as a telephone sees it: a picture of the page is read, and leads to the draft."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from review.workflow import State
from tests.services.office import bring_to, open_office, write
from tests.web.test_printed_codes import code_of

HOST = "https://rangkae.office-of-an-agency.go.th"  # as long as they come
WHITE = 255


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def picture_of(pdf: bytes, dots: int) -> Image.Image:
    """The first page, so many dots to the inch, in grey."""
    command = ["pdftoppm", "-r", str(dots), "-gray", "-singlefile", "-f", "1", "-"]
    return Image.open(io.BytesIO(subprocess.run(command, input=pdf, capture_output=True, check=True).stdout))


def as_photographed(page: Image.Image) -> Iterator[Image.Image]:
    """The foot of it: not straight, not sharp, not white, and compressed."""
    foot = page.crop((0, page.height * 3 // 4, page.width, page.height))
    for turned in (0, 2, 5, 11, 45, 90, 180, 271):
        lying = foot.rotate(turned, expand=True, fillcolor=WHITE, resample=Image.Resampling.BICUBIC)
        dull = lying.filter(ImageFilter.GaussianBlur(0.6)).point(lambda light: 40 + light * 150 // WHITE)
        held = io.BytesIO()
        dull.save(held, "JPEG", quality=40)
        yield Image.open(held)


def read(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("kind", ["changes", "table"])  # upright and across
def test_the_square_is_read_off_the_page_and_opens_its_draft(client, db, office, kind):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    client.set_cookie("rangkae", client.get_cookie("rangkae").value, domain=urlsplit(HOST).hostname)
    file = client.get(f"/proposals/{proposal_id}/documents/{kind}.pdf", base_url=HOST).data
    code = code_of(client, proposal_id)
    wanted = [f"{HOST.upper()}/VERIFY/{code.upper()}"]
    # A telephone has some 340 dots to the inch of a page that fills its picture.
    pictures = [picture_of(file, 100), picture_of(file, 150), *as_photographed(picture_of(file, 200))]
    assert [read(picture) for picture in pictures] == [wanted] * len(pictures)
    page = client.get(urlsplit(wanted[0]).path, follow_redirects=True)
    assert page.request.path == f"/verify/{code}"
    assert f"/proposals/{proposal_id}/drafts/1" in page.text


def test_the_square_of_an_older_draft_leads_to_the_older_draft(client, db, office):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    client.sign_in(office.owner)
    file = client.get(f"/proposals/{proposal_id}/documents/changes.pdf").data
    write(db.session, office.owner, proposal_id, "คณะกรรมการมีหน้าที่อื่น")
    path = urlsplit(read(picture_of(file, 150))[0]).path
    page = client.get(path, follow_redirects=True).text
    assert f"/proposals/{proposal_id}/drafts/1" in page
    assert "มีร่างที่ใหม่กว่า" in page


def test_who_scans_without_an_account_is_asked_to_sign_in_and_then_gets_there(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    client.sign_in(office.reader)
    code = code_of(client, proposal_id).upper()
    client.delete_cookie("rangkae")
    assert client.get(f"/VERIFY/{code}").location == f"/sign-in?next=/VERIFY/{code}"
