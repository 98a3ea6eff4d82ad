"""The tree of an act, its addresses and its canonical text.

Canonical text has one line a unit. A line that begins with a label - ``(๑)``, ``(ก)``, ``(๙/๑)`` - is an item of
the paragraph or definition above it (nested by the kind of its label); ``“คำ” หมายความว่า …`` is a definition; any
other line is a paragraph. A section's text leaves out its own ``มาตรา N``. A repealed unit stays, as ``(ยกเลิก)``.
"""

from law.tree.labels import ITEM_LABEL, REPEALED, RULE, defined_terms, is_repealed_text, label_kind
from law.tree.nodes import (
    Act,
    Code,
    Division,
    Footnote,
    Kind,
    Level,
    Node,
    Place,
    Section,
    TailAct,
    Unit,
    unit_lines,
    units_text,
)
from law.tree.printing import act_text
from law.tree.units import UnitBuilder, read_units

__all__ = [
    "ITEM_LABEL",
    "REPEALED",
    "RULE",
    "Act",
    "Code",
    "Division",
    "Footnote",
    "Kind",
    "Level",
    "Node",
    "Place",
    "Section",
    "TailAct",
    "Unit",
    "UnitBuilder",
    "act_text",
    "defined_terms",
    "is_repealed_text",
    "label_kind",
    "read_units",
    "unit_lines",
    "units_text",
]
