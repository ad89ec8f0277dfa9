"""Whatever does the work, the results are the same and in order; a dead process costs time only."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from briefing.errors import BriefingError, UsageError
from briefing.executor import AHEAD, Cluster, InProcess, Processes, choose


def square(n: int) -> int:
    return n * n


def die_once(path: str) -> str:
    """Kill this process the first time it is asked for `path`."""
    marker = Path(path)
    if marker.suffix == ".mortal" and not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return marker.name


def die(_: str) -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return ""


def test_choice_follows_the_command_line() -> None:
    assert choose() == InProcess()
    assert choose(jobs=2) == Processes(2)
    assert choose(scheduler="tcp://localhost:1") == Cluster("tcp://localhost:1")
    with pytest.raises(UsageError, match="exclude each other"):
        choose(jobs=2, scheduler="tcp://localhost:1")


@pytest.mark.slow
def test_processes_keep_the_order() -> None:
    assert list(Processes(2).map(square, range(50))) == [n * n for n in range(50)]


@pytest.mark.slow
def test_processes_run_ahead_by_a_bounded_number_of_items() -> None:
    numbers = iter(range(100))
    results = Processes(2).map(square, numbers)
    assert [next(results) for _ in range(3)] == [0, 1, 4]
    assert next(numbers) <= 2 * AHEAD + 3


@pytest.mark.slow
def test_a_dead_process_costs_nothing_but_time(tmp_path: Path) -> None:
    names = [str(tmp_path / n) for n in ("a", "b.mortal", "c", "d")]
    assert list(Processes(2).map(die_once, names)) == ["a", "b.mortal", "c", "d"]


@pytest.mark.slow
def test_an_item_that_kills_twice_is_named() -> None:
    with pytest.raises(BriefingError, match="died twice"):
        list(Processes(2).map(die, ["x"]))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_gives_the_same_and_survives_a_killed_worker(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    names = [str(tmp_path / n) for n in ("a", "b.mortal", *map(str, range(20)))]
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        assert list(Cluster(cluster.scheduler_address).map(square, range(300))) == [n * n for n in range(300)]
        assert list(Cluster(cluster.scheduler_address).map(die_once, names)) == [Path(n).name for n in names]


@pytest.mark.slow
def test_no_scheduler_is_one_clear_line() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(UsageError, match="no scheduler answers"):
        list(Cluster("tcp://127.0.0.1:9", batch=4).map(square, [1]))
