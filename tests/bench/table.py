"""The rows of what things cost: a value beside its floor, and whether the goal is met."""

import json
from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class Goal:
    """How a value is judged. `kind`: "times" (value ≤ limit × floor), "plus" (value ≤ floor + limit) or "most" (value ≤
    limit)."""
    kind: str
    limit: float
    unit: str = ""

    def met(self, value, floor):
        most = {"times": lambda: self.limit * floor, "plus": lambda: floor + self.limit, "most": lambda: self.limit}
        return value <= most[self.kind]()

    def __str__(self):
        return {"times": f"{self.limit:g} ×", "plus": f"+ {self.limit:g} {self.unit}",
                "most": f"≤ {self.limit:g} {self.unit}"}[self.kind].strip()


def times(limit):
    return Goal("times", limit)


def plus(limit, unit):
    return Goal("plus", limit, unit)


def at_most(limit, unit):
    return Goal("most", limit, unit)


@dataclass(frozen=True)
class Row:
    name: str
    value: float
    unit: str
    goal: Goal
    floor: Optional[float] = None

    def __post_init__(self):
        if self.goal.kind != "most" and not self.floor:
            raise ValueError(f"{self.name} is judged against a floor, and has none")

    @property
    def ratio(self):
        return self.value / self.floor if self.floor else None

    @property
    def met(self):
        return self.goal.met(self.value, self.floor)


def number(value):
    """Three digits that mean something."""
    if value is None:
        return ""
    if abs(value) >= 100:
        return f"{value:.0f}"
    return f"{value:.3g}"


def text(rows):
    """The table, for people."""
    cells = [("what", "value", "floor", "ratio", "goal", "")]
    for row in rows:
        floor = f"{number(row.floor)} {row.unit}" if row.floor else ""
        ratio = f"{row.ratio:.2f}" if row.ratio is not None else ""
        cells.append((row.name, f"{number(row.value)} {row.unit}", floor, ratio, str(row.goal),
                      "met" if row.met else "short"))
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in cells)


def as_json(rows):
    """[{"name", "floor", "value", "unit", "ratio", "goal"}], for programs; no floor and no ratio are null."""
    return json.dumps([{"name": row.name, "floor": row.floor, "value": row.value, "unit": row.unit,
                        "ratio": row.ratio, "goal": str(row.goal)} for row in rows], indent=1, ensure_ascii=False)
