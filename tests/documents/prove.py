"""`python -m tests.documents.prove`: LibreOffice itself accepts and rejects the changes of a document in Word.

Needs LibreOffice Writer (Debian: libreoffice-writer-nogui and python3-uno); takes about a minute. Not part of `make test`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from documents import papers
from documents.whole_act import consolidated
from documents.word import word
from tests.documents.samples import MATTER, compared, decided, new_act, old_act

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Decide(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Text (encoded)"
  document.storeToURL(ConvertToURL(target), filter())
  document.close(True)
End Sub
</script:module>
"""
COMMANDS = {True: ".uno:AcceptAllTrackedChanges", False: ".uno:RejectAllTrackedChanges"}


def libreoffice() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def decided_by_libreoffice(docx: bytes, directory: Path, *, accept: bool) -> list[str]:
    """The paragraphs that LibreOffice leaves."""
    profile = directory / "profile"
    basic = profile / "user" / "basic" / "Standard"
    source, target = directory / "source.docx", directory / "target.txt"
    source.write_bytes(docx)
    target.unlink(missing_ok=True)
    run = [str(libreoffice()), "--headless", "--norestore", f"-env:UserInstallation=file://{profile}"]
    if not basic.exists():
        subprocess.run([*run, "--terminate_after_init"], check=False, capture_output=True, timeout=120)
    (basic / "Module1.xba").write_text(MACRO)
    call = f'macro:///Standard.Module1.Decide("{source}","{target}","{COMMANDS[accept]}")'
    subprocess.run([*run, call], check=True, capture_output=True, timeout=120)
    text = target.read_text(encoding="utf-8-sig")
    return [line for line in text.splitlines() if line]


def main() -> int:
    if libreoffice() is None:
        sys.stderr.write("LibreOffice is not installed: nothing was proven.\n")
        return 2
    wrong = 0
    kinds = {
        "changes": word(papers.changes(old_act(), compared(), MATTER)),
        "act": word(consolidated(old_act(), new_act(), compared(), MATTER)),
    }
    with tempfile.TemporaryDirectory() as name:
        for kind, docx in kinds.items():
            for accept in (True, False):
                found = decided_by_libreoffice(docx, Path(name), accept=accept)
                same = found == decided(docx, accept=accept)
                wrong += not same
                what, result = "accepted" if accept else "rejected", "the same" if same else "OTHERWISE"
                sys.stdout.write(f"{kind}, all changes {what}: {result} ({len(found)} paragraphs)\n")
                if not same:
                    sys.stdout.write("\n".join(found) + "\n")
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main())
