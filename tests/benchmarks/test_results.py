"""What samples come to: only those of one round, and of one delay, are set side by side."""

import json
from dataclasses import asdict
from pathlib import Path

from benchmarks import report, results
from benchmarks.contenders import FLOOR
from benchmarks.results import Results, Spread
from tests.benchmarks.samples import sample


def test_a_ratio_is_of_samples_of_one_round() -> None:
    figures = Results(
        [
            sample("ours", 10.0, round=1),
            sample("ours", 3.0, round=2),
            sample("floor", 1.0, round=2),
            sample("floor", 7.0, round=3),
        ]
    )
    assert figures.ratio("ours", "floor", 5, "create") == Spread(3.0, 3.0, 3.0)
    assert report.growth(figures, FLOOR).rows == [["5", "", "2.00 (400)", "", "", "", ""]]


def test_an_empty_stack_has_nothing_a_service() -> None:
    figures = Results([sample(name, services=0, resources=0) for name in ("ours", "floor")])
    assert report.growth(figures, FLOOR).rows == []
    assert report.comparison(figures, 0).title == "An empty stack"
    assert report.resources_line(figures, 0).endswith("ours 0, floor 0")


def test_contenders_without_a_common_round_have_no_ratio() -> None:
    figures = Results([sample("ours", round=1), sample("floor", round=2)])
    assert figures.ratio("ours", "floor", 5, "create") is None


def test_samples_of_another_delay_are_kept_and_not_set_beside_these(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    one, other = sample(delay_ms=50), sample(delay_ms=10)
    results.write(path, [one, other])
    assert results.read(path).samples == [one, other]
    assert results.read(path).at(delay_ms=50).samples == [one]


def test_figures_that_tell_less_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    told = asdict(sample())
    del told["places"], told["cpu_seconds"]
    path.write_text(json.dumps([told]))
    assert results.read(path).samples == [sample()]


def test_what_is_measured_anew_takes_the_place_of_the_older_one() -> None:
    others = [sample(services=25), sample(operation="destroy"), sample(delay_ms=10)]
    figures = Results([sample(seconds=2.0)]).over(Results([sample(seconds=1.0), *others]))
    assert figures.samples == [*others, sample(seconds=2.0)]


def test_a_page_says_of_each_size_how_often_and_in_which_runs_it_was_measured() -> None:
    figures = Results(
        [
            sample(run="today", round=1),
            sample(run="today", round=2),
            sample(run="yesterday", operation="destroy"),
        ]
    )
    assert report.measured_line(figures, 5) == "1 round. today; yesterday"


def test_resources_are_counted_and_an_unknown_state_is_left_out() -> None:
    figures = Results([sample("ours"), sample("floor", state_bytes=None)])
    told = report.resources_line(figures, 5)
    assert told == "Resources (bytes of state each): ours 25 (200), floor 25"
