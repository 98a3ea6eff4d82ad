"""Papers are what they say to be, PDF/A-2a and PDF/UA-1, whatever their text; and a file that is not is told from them."""

from __future__ import annotations

import pytest

from documents.model import Package
from documents.pdf.document import pdf
from documents.pdf.file import objects_of, stream, with_stream, written
from tests.documents.standards import faults
from tests.documents.test_hostile import MARKUP, one
from tests.documents.test_pdf import KINDS

# What is done to a good file, and how the fault that is to be found begins.
DAMAGES = (
    (b"%PDF-1.7", b"%PDF-1.4", "A 6.1.2"),
    (b"/MarkInfo<</Marked true", b"/MarkInfo<</Marked false", "UA 7.1"),
    (b"/Lang(th)", b"/Lung(th)", "UA 7.1"),
    (b"<pdfaid:conformance>A<", b"<pdfaid:conformance>B<", "A 6.6.4"),
    (b"<pdfuaid:part>1<", b"<pdfuaid:part>2<", "A 6.6.4"),
    (b"/S/GTS_PDFA1", b"/S/GTS_PDFX1", "A 6.2.3"),
    (b"/Type/Catalog/Pages", b"/OpenAction 1 0 R/Type/Catalog/Pages", "A 6.5"),
    (b"/Subtype/Link", b"/A<</S/URI>>/Subtype/Link", "A 6.5.1"),
    (b"/F 4/StructParent 0", b"/F 4/Structparent 0", "UA 7.18.1"),
    (b"/Contents<FEFF", b"/Contains<FEFF", "UA 7.18.5"),
    (b"/Tabs/S", b"/Tabs/R", "UA 7.18.3"),
    (b"/FontFile2", b"/FontFile9", "A 6.2.11.4"),
    (b"/ToUnicode", b"/ToAnother", "A 6.2.11.7"),
    (b"/S/Document", b"/S/Dossier", "UA 7.1"),
    (b"/S/H1", b"/S/H3", "UA 7.4.2"),
    (b"/Scope/Column", b"/Scope/Nobody", "UA 7.5"),
    (b"/S/TH/", b"/S/TD/", "UA 7.5"),
    (b"/ParentTree<<", b"/PatentTree<<", "A 6.7.3"),
)


@pytest.fixture(scope="module")
def package() -> bytes:
    return pdf(Package("ชุดเอกสาร", tuple(make() for make in KINDS.values()), ("ตรวจรหัสได้",)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_keeps_to_the_standards(kind):
    assert faults(pdf(KINDS[kind]())) == []


def test_a_package_keeps_to_them(package):
    assert faults(package) == []


@pytest.mark.parametrize("text", [*MARKUP, "ก\u202eข", "你α😀", "ก" * 3_000, "ป\u0e48\u0e33\u0e48\u0e4a"])
def test_a_text_that_means_harm_makes_no_other_file(text):
    assert faults(pdf(one(text))) == []


@pytest.mark.parametrize(("good", "bad", "fault"), DAMAGES, ids=[fault for _, _, fault in DAMAGES])
def test_what_is_not_as_it_is_to_be_is_found(package, good, bad, fault):
    assert good in package
    assert any(found.startswith(fault) for found in faults(with_places(package.replace(good, bad))))


@pytest.mark.parametrize(("good", "bad"), [(b"/Artifact", b"/Nothing"), (b"/MCID", b"/MCIX")])
def test_what_is_drawn_outside_of_text_and_artifacts_is_found(package, good, bad):
    objects = objects_of(package)
    for number, body in objects.items():
        if b"/FlateDecode" in body and good in (held := stream(body)) and b"BDC" in held:
            objects[number] = with_stream(body, held.replace(good, bad))
    assert any("neither text nor artifact" in found for found in faults(written(package, objects)))


def with_places(file: bytes) -> bytes:
    """The file with a right table of places, after words of other lengths came into it."""
    return written(file, objects_of(file))
