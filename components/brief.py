"""What a briefing pack holds, in words of one language: figures of a unit, statements, sources numbered as end notes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from components import export, gallery, headlines, link, locality, rank_firmness, standing_table
from components import province_figures as figures
from components.dataset import dataset
from components.figure import Figure
from components.workbook import source_words
from indicators import briefing, briefing_words, profile, views
from indicators import format as labels
from indicators.load import NATION
from indicators.selection import Selection
from indicators.statement import Statement

PICTURED = {"province": ("strips", "others", "trend", "pillars", "locator"), "overview": ("map", "list", "movers")}


@dataclass(frozen=True)
class Brief:
    """The briefing of one unit in one language."""

    unit: str
    language: str

    @cached_property
    def nation(self) -> bool:
        """Whether the unit is the nation."""
        return bool(dataset().units.at[self.unit, "basis"] == NATION)

    @cached_property
    def selection(self) -> Selection:
        """The screen that the briefing is made from."""
        page = "overview" if self.nation else "province"
        given = {"lang": self.language} if self.nation else {"lang": self.language, "unit": self.unit}
        return Selection.parse(given, dataset(), page)[0]

    @cached_property
    def address(self) -> str:
        """The link of that screen below the atlas's root."""
        return export.address(self.selection)

    def say(self, key: str, **names: object) -> str:
        """Return a sentence of the pack."""
        return dataset().say(f"pack.{key}", self.language, **names)

    @cached_property
    def name(self) -> str:
        """The unit's name."""
        return str(dataset().units.at[self.unit, f"name_{self.language}"])

    @cached_property
    def context(self) -> str:
        """The line under the name: region, merger, boundaries."""
        if self.nation:
            return self.say("nation_context")
        return locality.heading(self.selection)[1]

    @cached_property
    def standing(self) -> pd.DataFrame:
        """Every comparable figure of the unit; empty for the nation."""
        return pd.DataFrame(columns=profile.STANDING) if self.nation else profile.standing(dataset(), self.unit)

    @cached_property
    def statements(self) -> list[Statement]:
        """What the rules say of the unit."""
        return briefing.statements(dataset(), self.unit)

    def sentence(self, statement: Statement) -> str:
        """Return a statement in words."""
        return briefing_words.sentence(dataset(), statement, self.language)

    @cached_property
    def headlines(self) -> list[dict]:
        """The nation's headline figures with period, value, status, source."""
        from indicators import overview

        return overview.headlines(dataset()).to_dict("records") if self.nation else []

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The pictures of the pack by id; one without a figure to draw is left out."""
        held = gallery.figures(self.selection.page)
        wanted = [name for name in PICTURED[self.selection.page] if name in held]
        made = {name: link.figure(self.selection.but(figure=name)) for name in wanted}
        return {name: figure for name, figure in made.items() if len(figure.frame)}

    @cached_property
    def sources(self) -> list[str]:
        """Every source of the document in the order of its first mention: statements, table, pictures."""
        named = [name for statement in self.statements for name in statement.sources]
        named += list(self.standing["source"]) + [row["source"] for row in self.headlines]
        named += [name for figure in self.figures.values() for name in figure.sources]
        return [name for name in dict.fromkeys(named) if name in dataset().sources.index]

    def notes_of(self, names) -> list[int]:
        """Return the numbers of the end notes of sources."""
        return sorted({self.sources.index(name) + 1 for name in names if name in self.sources})

    @cached_property
    def end_notes(self) -> list[str]:
        """The sources in the order of their numbers: title, publisher, day, address."""
        return [source_words(name, self.language, short=True) for name in self.sources]

    def metrics(self) -> list[dict[str, str]]:
        """Return four figures as name, value and what stands below."""
        if self.nation:
            cards = [headlines.card(pd.Series(row), self.language) for row in self.headlines[:4]]
            return [
                {"name": card["name"], "value": card["value"], "under": card.get("change") or card.get("target", "")}
                for card in cards
            ]
        if self.standing.empty:
            return []
        row, say = (
            next(self.standing.itertuples()),
            lambda key, **names: dataset().say(f"province.{key}", self.language, **names),
        )
        period = labels.period_label(row.period, dataset().words, self.language)
        short = dataset().indicators.at[row.indicator, f"short_{self.language}"]
        ranked = pd.notna(row.rank)
        rank = standing_table.rank_words(row, self.language) if ranked else say("not_ranked")
        made = say("rank_computed") if row.rank_status == views.COMPUTED else ""
        gap, above = standing_table.gap_words(row, self.selection)
        changed, change, note = standing_table.change_card(row, self.language)
        value = figures.value_text(row.indicator, row.value, self.language, row.status) or say("not_published")
        return [
            {"name": say("metric_value", indicator=short, period=period), "value": value, "under": dataset().say(f"status.{row.status}", self.language)},
            {"name": say("metric_rank", period=period), "value": rank, "under": made},
            {"name": say("metric_gap"), "value": gap, "under": above},
            {"name": changed, "value": change, "under": note},
        ]  # fmt: skip

    def rows(self) -> list[dict]:
        """Return the table of every figure: topic, indicator, period, value, rank, mean and the numbers of its notes."""
        data, found = dataset(), []
        for row in self.standing.itertuples():
            text = figures.value_text(row.indicator, row.value, self.language, row.status)
            if not text:
                text = figures.map_figures.value_label(
                    row.value_low, row.value_high, row.value, data.indicators.loc[row.indicator], self.language
                )
            rank = standing_table.rank_short(row, self.language) if pd.notna(row.rank) else ""
            found.append({
                "topic": data.say(f"topic.{row.topic}", self.language), "indicator": data.indicators.at[row.indicator, f"title_{self.language}"],
                "period": labels.period_label(row.period, data.words, self.language), "value": text, "rank": rank,
                "mean": figures.value_text(row.indicator, row.mean, self.language, row.mean_status), "notes": self.notes_of([row.source]),
            })  # fmt: skip
        for one in self.headlines:
            found.append({
                "topic": data.say("topic.national", self.language), "indicator": data.indicators.at[one["indicator"], f"title_{self.language}"],
                "period": labels.period_label(one["period"], data.words, self.language), "rank": "", "mean": headlines.target_text(pd.Series(one), self.language),
                "value": headlines.value_text(one["indicator"], one["value"], self.language), "notes": self.notes_of([one["source"]]),
            })  # fmt: skip
        return found

    @cached_property
    def signs(self) -> tuple[str, ...]:
        """What explains the intervals of ranks, where the unit's figures hold some; else nothing."""
        held = self.standing if self.nation else rank_firmness.joined(self.standing, self.selection)
        return rank_firmness.notes(held, self.language)

    @cached_property
    def citation(self) -> str:
        """How the pack is cited: atlas, subject, data version, link."""
        data = dataset()
        return self.say(
            "citation",
            atlas=data.say("atlas.name", self.language),
            name=self.name,
            version=data.version,
            link=self.address,
        )
