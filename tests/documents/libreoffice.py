"""LibreOffice without a window: decides on tracked changes, opens a file and saves it again, types into it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.documents.samples import footnotes

_MACROS = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Function Opened(source As String) As Object
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Opened = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
End Function
Sub Keep(document As Object, target As String, filterName As String)
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = filterName
  document.storeToURL(ConvertToURL(target), filter())
  document.close(True)
End Sub
Sub Decide(source As String, target As String, command As String, filterName As String)
  document = Opened(source)
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  If filterName = "Text (encoded)" Then
    document.RecordChanges = False
    While document.Footnotes.Count &gt; 0
      document.Footnotes.getByIndex(0).Anchor.String = ""
    Wend
  End If
  Keep(document, target, filterName)
End Sub
Sub Edit(source As String, target As String, old As String, replacement As String)
  document = Opened(source)
  If old &lt;&gt; "" Then
    document.RecordChanges = True
    search = document.createReplaceDescriptor()
    search.SearchString = old
    search.ReplaceString = replacement
    document.replaceAll(search)
  End If
  Keep(document, target, "MS Word 2007 XML")
End Sub
</script:module>
"""
TEXT, WORD = "Text (encoded)", "MS Word 2007 XML"
ACCEPT, REJECT = ".uno:AcceptAllTrackedChanges", ".uno:RejectAllTrackedChanges"


def program() -> str | None:
    """LibreOffice, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


class LibreOffice:
    """One profile in a directory of its own."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        profile = directory / "profile"
        self._run = [str(program()), "--headless", "--norestore", f"-env:UserInstallation=file://{profile}"]
        subprocess.run([*self._run, "--terminate_after_init"], check=False, capture_output=True, timeout=180)
        (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(_MACROS)

    def decided(self, docx: bytes, *, accept: bool) -> list[str]:
        """The paragraphs that are left when all changes were accepted or rejected, without numbers of footnotes."""
        text = self._call("Decide", docx, "target.txt", ACCEPT if accept else REJECT, TEXT)
        return [line for line in text.decode("utf-8-sig").replace("\u00a0", " ").splitlines() if line]

    def footnotes(self, docx: bytes, *, accept: bool) -> list[str]:
        """The footnotes that are left then, in the order of their numbers."""
        kept = self._call("Decide", docx, "target.docx", ACCEPT if accept else REJECT, WORD)
        return footnotes(kept)

    def edited(self, docx: bytes, old: str = "", new: str = "") -> bytes:
        """The file saved again, with words replaced while changes are tracked."""
        return self._call("Edit", docx, "target.docx", old, new)

    def _call(self, macro: str, docx: bytes, target_name: str, *arguments: str) -> bytes:
        source, target = self._directory / "source.docx", self._directory / target_name
        source.write_bytes(docx)
        target.unlink(missing_ok=True)
        given = ",".join(f'"{one}"' for one in (str(source), str(target), *arguments))
        call = f"macro:///Standard.Module1.{macro}({given})"
        subprocess.run([*self._run, call], check=True, capture_output=True, timeout=300)
        return target.read_bytes()
