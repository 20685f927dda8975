"""Facts that the tables must hold, whoever edits them."""

import csv
import unicodedata
from pathlib import Path

import pandas as pd
import pytest

from indicators.contract import package, read_tables

DATA = Path(__file__).resolve().parent.parent / "data"
LANGUAGES = ("vi", "en")
ACTIVITY = ["dti_government_activity", "dti_economy_activity", "dti_society_activity"]
# 2021 Bắc Giang, Bắc Ninh, Quảng Ninh; 2022 Bắc Ninh; 2023 Bình Dương, Quảng Ninh; 2024 Tiền Giang, Vĩnh Phúc
PAPI_ABSENT = {
    "2021": {"63-24", "63-27", "63-22"},
    "2022": {"63-27"},
    "2023": {"63-74", "63-22"},
    "2024": {"63-82", "63-26"},
}
SHARE_NSO = {"2020": 12.66, "2021": 12.87, "2022": 12.83, "2023": 12.87, "2024": 13.17, "2025": 14.02}
SHARE_MINISTRY = {"2021": 11.91, "2022": 14.26, "2023": 16.5, "2024": 18.3}


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return read_tables(DATA)[0]


@pytest.fixture(scope="module")
def observed(tables) -> pd.DataFrame:
    rows = tables["observations"]
    return rows[rows["preferred"] == "yes"]


def _basis(rows: pd.DataFrame, basis: str) -> pd.DataFrame:
    return rows[rows["unit"].str.startswith(f"{basis}-")]


def _of(rows: pd.DataFrame, indicator: str, period: str) -> pd.Series:
    chosen = rows[(rows["indicator"] == indicator) & (rows["period"] == period)]
    return chosen.set_index("unit")["value"].dropna()


def test_two_bases_and_the_nation(tables) -> None:
    assert tables["units"]["basis"].value_counts().to_dict() == {"63": 63, "34": 34, "nation": 1}


def test_every_old_province_has_one_successor_and_every_new_one_a_predecessor(tables) -> None:
    units = tables["units"]
    old, new = units[units["basis"] == "63"], units[units["basis"] == "34"]
    assert set(old["successor"]) == set(new["unit"])
    by = units.set_index("unit")
    assert by.at["63-06", "successor"] == by.at["63-19", "successor"] == "34-19"
    # the codes of the 34 name other areas than those of the 63
    assert (by.at["34-24", "name_vi"], by.at["63-24", "name_vi"]) == ("Bắc Ninh", "Bắc Giang")


def test_new_population_is_the_sum_of_the_old(tables) -> None:
    units = tables["units"].set_index("unit")
    old = units[units["basis"] == "63"].groupby("successor")["population"].sum()
    assert (units.loc[old.index, "population"] - old).abs().max() < 1


@pytest.mark.parametrize("period", ["2022", "2023", "2024"])
@pytest.mark.parametrize("indicator", ["dti", "dti_infrastructure", *ACTIVITY])
def test_index_is_complete_for_the_63(observed, indicator: str, period: str) -> None:
    assert len(_of(_basis(observed, "63"), indicator, period)) == 63


def test_index_of_2024_is_complete_for_the_34(observed, tables) -> None:
    weights = tables["weights"]
    parts = weights[(weights["indicator"] == "dti") & (weights["edition"] == "405-2024")]["index"]
    assert len(parts) == 8
    for indicator in ["dti", *parts]:
        assert len(_of(_basis(observed, "34"), indicator, "2024")) == 34


def test_bac_kan(observed) -> None:
    rows = observed[(observed["indicator"] == "dti") & (observed["unit"] == "63-06")].set_index("period")
    assert rows.at["2022", "rank"] == 63
    assert rows.at["2022", "rank_status"] == "official"
    for period, place in {"2022": 63, "2023": 58, "2024": 32}.items():
        values = _of(_basis(observed, "63"), "dti", period)
        assert int(values.rank(ascending=False, method="min")["63-06"]) == place


def test_local_figures(tables, observed) -> None:
    local = tables["indicators"][tables["indicators"]["topic"] == "local"]
    rows = observed[observed["indicator"].isin(local["indicator"])]
    assert len(local) == len(rows) == 44
    assert set(rows["unit"]) == {"63-06"}
    assert (local["group"] != "").all()
    value = rows.set_index("indicator")["value"]
    assert value["local_certificates_org"] + value["local_certificates_personal"] == value["local_certificates_total"]
    # "nearly 800" and "nearly 85 %" are upper bounds
    high = rows.set_index("indicator")["value_high"].dropna()
    assert high.to_dict() == {"local_trainees_youth": 800, "local_email_usage_share": 85}


def test_one_figure_is_preferred(tables) -> None:
    rows = tables["observations"]
    chosen = rows.groupby(["indicator", "unit", "period"])["preferred"].agg(lambda column: (column == "yes").sum())
    assert (chosen == 1).all()


def test_conflicts_are_kept(tables) -> None:
    rows = tables["observations"]
    mean = rows[(rows["indicator"] == "dti_province_mean") & (rows["period"] == "2020")]
    assert set(mean["value"]) == {0.3026, 0.326}
    assert set(mean.loc[mean["preferred"] == "yes", "value"]) == {0.3026}


@pytest.mark.parametrize(
    ("basis", "period", "edition"), [("34", "2024", "405-2024"), ("63", "2022", "922-2022"), ("63", "2023", "922-2022")]
)
def test_weights_give_the_published_total(observed, tables, basis: str, period: str, edition: str) -> None:
    weights = tables["weights"]
    points = weights[(weights["indicator"] == "dti") & (weights["edition"] == edition)].set_index("index")["weight"]
    wide = pd.DataFrame({name: _of(_basis(observed, basis), name, period) for name in [*points.index, "dti"]}).dropna()
    assert len(wide) == 34 if basis == "34" else len(wide) >= 4
    made = (wide[points.index] * points).sum(axis=1) / points.sum()
    assert (made - wide["dti"]).abs().max() < 1e-4


def test_first_edition_weighs_the_pillars(observed, tables) -> None:
    weights = tables["weights"]
    points = weights[(weights["indicator"] == "dti") & (weights["edition"] == "1726-2020")].set_index("index")["weight"]
    assert points.sum() == pytest.approx(1)
    wide = pd.DataFrame({name: _of(_basis(observed, "63"), name, "2020") for name in [*points.index, "dti"]}).dropna()
    assert len(wide) >= 8
    # one province is printed with two decimals only
    assert (((wide[points.index] * points).sum(axis=1) - wide["dti"]).abs() < 1e-4).sum() >= len(wide) - 1


def test_editions_of_the_index_break_where_the_method_changed(tables) -> None:
    editions = tables["editions"]
    spans = editions[editions["indicator"] == "dti"].sort_values("first_period")
    assert list(zip(spans["first_period"], spans["last_period"], strict=True)) == [
        ("2020", "2020"),
        ("2021", "2021"),
        ("2022", "2023"),
        ("2024", ""),
    ]
    index = [name for name in tables["indicators"]["indicator"] if name in set(editions["indicator"])]
    assert {"dti", "dti_government", *ACTIVITY, "papi_egov"} <= set(index)


def test_digital_economy_series_stay_apart(observed) -> None:
    nation = observed[observed["unit"] == "VN"]
    for indicator, series in (
        ("digital_economy_gdp_share", SHARE_NSO),
        ("digital_economy_gdp_share_mic", SHARE_MINISTRY),
    ):
        rows = nation[nation["indicator"] == indicator]
        assert dict(zip(rows["period"], rows["value"], strict=True)) == series


def test_papi_leaves_out_the_provinces_it_did_not_cover(observed) -> None:
    units = set(_of(_basis(observed, "63"), "papi_egov", "2019").index)
    assert len(units) == 63
    for period, absent in PAPI_ABSENT.items():
        assert units - set(_of(_basis(observed, "63"), "papi_egov", period).index) == absent


def test_index_766_is_unverified_and_only_in_tables(tables, observed) -> None:
    rows = observed[observed["indicator"].str.startswith("index_766")]
    assert set(rows["status"]) == {"unverified"}
    catalogue = tables["indicators"].set_index("indicator")
    assert set(catalogue.loc[rows["indicator"].unique(), "display"]) == {"table"}
    assert set(catalogue.loc[rows["indicator"].unique(), "merge_rule"]) == {"none"}


def test_targets_disagree_openly(tables) -> None:
    rows = tables["targets"]
    ranks = rows[(rows["indicator"] == "egdi_rank") & (rows["period"] == "2025")]
    assert dict(zip(ranks["document"], ranks["value"], strict=True)) == {"749/QĐ-TTg": 70, "942/QĐ-TTg": 50}
    everywhere = rows["scope"].isin(["nation", "every_province"])
    assert rows.loc[everywhere, "indicator"].nunique() == 76
    assert len(rows[everywhere]) == 149
    assert set(rows.loc[rows["comparator"] == "range", "value_high"].notna()) == {True}


def test_pairs_measure_the_same_thing(tables) -> None:
    units = tables["indicators"].set_index("indicator")["unit"]
    pairs = tables["pairs"]
    assert (pairs["target_indicator"].map(units) == pairs["actual_indicator"].map(units)).all()
    assert set(pairs["target_indicator"]) <= set(tables["targets"]["indicator"])
    assert set(pairs["actual_indicator"]) <= set(tables["observations"]["indicator"])
    # joining two of these would make one line of two notions
    assert not {
        ("fibre_household_coverage", "fibre_household_use"),
        ("digital_economy_gdp_share", "digital_economy_gdp_share_mic"),
    } & set(zip(pairs["target_indicator"], pairs["actual_indicator"], strict=True))


def test_every_figure_and_target_has_a_source_that_can_be_found(tables) -> None:
    sources = tables["sources"].set_index("source")
    for name in ("observations", "targets", "events", "method"):
        assert tables[name]["source"].isin(sources.index).all()
    without = sources[sources["url"] == ""]
    assert set(without["read_via"]) <= {"citation", "copy"}
    assert (without["detail"] != "").all()
    assert sources.at["vietnamnet-2024-11-25", "publisher"] == "VietNamNet"
    urls = sources.loc[sources["url"] != "", ["url", "detail"]]
    assert not urls.duplicated().any()


def test_every_merged_unit_has_its_merger(tables) -> None:
    units, events = tables["units"], tables["events"]
    old = units[units["basis"] == "63"]
    joined = old[old.groupby("successor")["unit"].transform("size") > 1]
    expected = set(joined["unit"]) | set(joined["successor"])
    dated = events[(events["date"] == "2025-07-01") & events["text_vi"].str.contains("202/2025/QH15")]
    assert expected <= set(dated["unit"])


def test_theme_not_found_stays_empty(tables) -> None:
    days = tables["days"].set_index("year")
    assert days.at["2026", "theme_vi"] == ""


def test_words_are_complete_in_both_languages(tables) -> None:
    for frame in tables.values():
        for column in (one.removesuffix("_vi") for one in frame.columns if one.endswith("_vi")):
            vi, en = (frame[f"{column}_{language}"] != "" for language in LANGUAGES)
            assert (vi == en).all(), column
    keys = set(tables["text"]["key"])
    catalogue = tables["indicators"]
    assert {f"unit.{unit}" for unit in catalogue["unit"]} <= keys
    assert {f"topic.{topic}" for topic in catalogue["topic"]} <= keys
    assert {f"group.{group}" for group in catalogue["group"] if group} <= keys
    assert {f"status.{status}" for status in tables["observations"]["status"]} <= keys
    assert {f"source_kind.{kind}" for kind in tables["sources"]["kind"]} <= keys


def test_remarks_are_said_in_both_languages(tables) -> None:
    for frame in tables.values():
        for language in LANGUAGES:
            for column in (one for one in frame.columns if one.endswith(f"_{language}")):
                assert not frame[column].str.contains(r"\s$|^\s|  ", regex=True).any()


def test_every_column_is_described(tables) -> None:
    for resource in package(DATA)["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["description_vi"] and field["description_en"]


@pytest.mark.parametrize("path", sorted(DATA.glob("*.csv")), ids=lambda path: path.name)
def test_files_are_plain(path: Path) -> None:
    data = path.read_bytes()
    assert data.endswith(b"\n") and b"\r" not in data and not data.startswith(b"\xef\xbb\xbf")
    assert unicodedata.is_normalized("NFC", data.decode("utf-8"))
    with path.open(encoding="utf-8", newline="") as file:
        assert len({len(row) for row in csv.reader(file)}) == 1


def test_the_atlas_own_tables_have_no_fault(dataset) -> None:
    assert [fault for fault in dataset.faults if not fault.notice] == []
