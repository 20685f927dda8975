"""Our own wording of the remarks that stand beside published figures."""

import re

from intake_parts.reading import table, words

VIETNAMESE = str.maketrans(",.", ".,")


class Notes:
    """Finds the Vietnamese and English wording of a remark."""

    def __init__(self) -> None:
        """Read the list of remarks and of patterns with numbers in them."""
        self.fixed = table("notes")
        self.patterns = [(re.compile(row[0]), row[1], row[2]) for row in words("note_patterns")]
        self.missing: dict[str, int] = {}

    def say(self, *remarks: str) -> dict[str, str]:
        """Return note_vi and note_en for the remarks, joined."""
        found = [self._one(remark) for remark in remarks if remark]
        return {"note_vi": " ".join(vi for vi, _ in found if vi), "note_en": " ".join(en for _, en in found if en)}

    def _one(self, remark: str) -> tuple[str, str]:
        if remark in self.fixed:
            vi, en = self.fixed[remark][:2]
            return vi, en
        for pattern, vi, en in self.patterns:
            if match := pattern.fullmatch(remark):
                said_vi = match.expand(vi)
                for number in match.groups():
                    said_vi = said_vi.replace(number, number.translate(VIETNAMESE))
                return said_vi, match.expand(en)
        parts = remark.split("; ")
        if len(parts) > 1:
            pairs = [self._one(part) for part in parts]
            return " ".join(vi for vi, _ in pairs if vi), " ".join(en for _, en in pairs if en)
        self.missing[remark] = self.missing.get(remark, 0) + 1
        return "", remark[:1].upper() + remark[1:].rstrip(".") + "."
