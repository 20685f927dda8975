"""A change of a composite index split into changes of its indices and a change of weights."""

from __future__ import annotations

import pandas as pd

from components import assessment_words as words
from components import contributions, merger_words
from components.assessment_figures import columns, empty, spec
from components.dataset import dataset
from components.figure import Figure, dark
from components.kept import kept
from indicators import merging, views
from indicators.assessment import reweigh, scheme
from indicators.assessment.scores import BLOCK, Scores, scores
from indicators.selection import Selection

PART_COLUMNS = ("index", "line", "kind", "value", "status")


def earlier_sheet(chosen: Selection) -> Scores | None:
    """Return the scores of the period that a change is counted from: the link's `from`, else the sheet's period before."""
    known = scheme.sheet_periods(dataset(), chosen.indicator, chosen.basis)
    before = (
        [period for period in known if known.index(period) < known.index(chosen.period)]
        if chosen.period in known
        else []
    )
    name = chosen.earlier if chosen.earlier in before else before[-1] if before else ""
    return scores(dataset(), chosen.indicator, chosen.basis, name) if name else None


@kept
def editions_figure(chosen: Selection) -> Figure:
    """Return the change since an earlier period split into changes of indices and change of weights."""
    found, earlier = words.held(chosen), earlier_sheet(chosen)
    if found is None or earlier is None:
        reason = words.why_none(chosen) if found is None else words.say("editions_first", chosen)
        return empty("editions", chosen, PART_COLUMNS, reason)
    made = reweigh.split(earlier, found, chosen.unit)
    if made is None:
        return empty(
            "editions",
            chosen,
            PART_COLUMNS,
            words.say("editions_refused", chosen, earlier=earlier.period),
        )
    members = list(dict.fromkeys([*earlier.missing(chosen.unit), *found.missing(chosen.unit)]))
    rows = [(name, words.component(name, members, chosen), "index", part) for name, part in made.by_index.items()]
    rows.sort(key=lambda row: -row[3])
    if earlier.scheme.edition != found.scheme.edition:
        rows.append((BLOCK, words.say("by_weights", chosen), "weights", float(made.by_weights.sum())))
    rows.append(("total", words.say("whole_change", chosen), "total", made.change))
    frame = pd.DataFrame(rows, columns=["index", "line", "kind", "value"])
    frame["status"] = views.computed_status(
        pd.Series([one.status.at[chosen.unit, chosen.indicator] for one in (earlier, found)])
    )
    frame["indicator"] = words.indicators_of(frame["index"], chosen)
    frame["label"] = [
        merger_words.signed(words.value(value, chosen, signed=True), status in merging.MADE, chosen.language)
        for value, status in zip(frame["value"], frame["status"], strict=True)
    ]
    frame["hover"] = [
        words.say("ladder_hover", chosen, name=row.line, value=row.label) for row in frame.itertuples(index=False)
    ]
    title = words.say(
        "editions_title", chosen, name=words.name_of(chosen.unit, chosen), period=chosen.period, earlier=earlier.period
    )
    return Figure(
        id="editions", title=title, subtitle=words.published(chosen, found, "subtitle_value"), alt=f"{title}. {'; '.join(frame['hover'])}.", frame=frame,
        columns=columns(PART_COLUMNS, chosen), spec=spec("contributions", dark()), selection=chosen, sources=words.sources(chosen, found),
        basis=chosen.basis, notes=editions_notes(chosen, earlier, found), height=contributions.ROW * len(frame) + 36,
    )  # fmt: skip


def editions_notes(chosen: Selection, earlier: Scores, found: Scores) -> tuple[str, ...]:
    """Return what a split across editions cannot tell: the component indicators changed too."""
    if earlier.scheme.edition == found.scheme.edition:
        return words.notes(chosen, found)
    counts = [scheme.component_count(dataset(), one.scheme.edition) for one in (earlier, found)]
    if None in counts:
        return words.notes(chosen, found)
    return (words.say("editions_note", chosen, before=counts[0], after=counts[1]), *words.notes(chosen, found))


FIGURES = {"editions": editions_figure}
