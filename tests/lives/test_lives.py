"""Lives: drawn from seeds, written down, shortened, and a few of them lived."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lives.drawing import draw
from tests.lives.living import live
from tests.lives.program import Number, Service
from tests.lives.shrinking import shrink
from tests.lives.steps import Command, Console, Life, Put, Remove, Rename, TakeBack, Trouble
from tests.rig.engine import find_engine, interruptible

LIVED = range(8)
"""The seeds lived here: the same ones each time, so that a failure has its cause in a change."""

SEEDS = range(200)


def test_a_seed_is_one_life_and_a_life_can_be_written_down() -> None:
    for seed in SEEDS:
        life = draw(seed)
        assert life == draw(seed)
        assert Life.model_validate_json(life.model_dump_json()) == life


def test_the_lives_of_some_seeds_have_every_kind_of_step() -> None:
    steps = [step for seed in SEEDS for step in draw(seed).steps]
    assert {step.do for step in steps} >= {"put", "remove", "rename", "swap", "take back", "run"}
    commands = [step for step in steps if isinstance(step, Command)]
    assert {command.command for command in commands} == {"up", "preview", "refresh", "destroy"}
    assert {command.refresh for command in commands} == {"", "--refresh", "always"}
    arguments = {a.partition("=")[0] for command in commands for a in command.arguments}
    assert arguments >= {"--target", "--exclude", "--target-dependents"}
    assert arguments >= {"--run-program", "--continue-on-error"}
    assert {step.act for step in steps if isinstance(step, Console)} >= {"set", "delete"}
    kills = {c.trouble.fault for c in commands if c.trouble and c.trouble.fault.startswith("kill")}
    assert len(kills) == 6


def test_a_life_is_shortened_to_the_steps_that_count() -> None:
    service = Put(what=Service(resource="s1", name="Line A", template=53661))
    number = Put(what=Number(resource="n2", service="s1", number="8773402035"))
    struck = Trouble(fault="answer-lost", method="POST", at=2)
    up = Command(command="up", refresh="--refresh", trouble=struck, flags=("--continue-on-error",))
    rename = Rename(resource="s1", to="s3", alias=True)
    life = Life(steps=(service, number, rename, up, TakeBack(), Remove(resource="n2"), up))

    def misses(life: Life) -> bool:
        last = life.steps[-1] if life.steps else None
        ends_so = isinstance(last, Command) and last.refresh == "--refresh"
        return ends_so and number in life.steps and Remove(resource="n2") in life.steps

    shortest = shrink(life, misses, tries=50)
    plain = Command(command="up", refresh="--refresh")
    assert shortest.steps == (number, Remove(resource="n2"), plain)


@pytest.fixture(scope="module")
def engine() -> Iterator[Path]:
    with interruptible():
        yield find_engine()


@pytest.mark.engine
@pytest.mark.parametrize("seed", LIVED)
def test_a_life_leaves_what_it_has_to(engine: Path, tmp_path: Path, seed: int) -> None:
    end = live(draw(seed), tmp_path / "life", engine)
    told = "\n".join((*end.problems, f"at {end.at}", "", str(draw(seed))))
    assert not end.problems, f'{told}\n\nmake lives ARGS="--seed {seed}" shortens it'
