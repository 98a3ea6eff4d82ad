"""Lines of a document as they are gathered: one line a paragraph, white space made single."""

from __future__ import annotations

from law import numerals


class Blocks:
    """Gathers the text of one paragraph after another."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._parts: list[str] = []
        self._notes: list[tuple[str, str]] = []

    def add(self, text: str) -> None:
        """Words of the paragraph that is open."""
        self._parts.append(text)

    def end(self, *, blank: bool = False) -> None:
        """End the paragraph. ``blank``: leave a blank line where it is empty."""
        line = " ".join("".join(self._parts).replace("\xa0", " ").split())
        self._parts = []
        if line or blank:
            self._lines.append(line)

    def note(self, text: str) -> None:
        """A footnote at this place: its marker here, its text at the end."""
        number = numerals.thai(len(self._notes) + 1)
        self._parts.append(f"[{number}]")
        self._notes.append((number, " ".join(text.split())))

    def text(self) -> str:
        """All paragraphs, then the footnotes."""
        self.end()
        notes = [f"[{number}] {text}" for number, text in self._notes]
        return "\n".join([*self._lines, *([""] if notes else []), *notes]) + "\n"
