"""The picture of a benchmark: seconds by number of services, a panel for each operation."""

from pathlib import Path

import matplotlib

from benchmarks.contenders import FILLED, FLOOR, NAIVE, OURS
from benchmarks.measuring import OPERATIONS
from benchmarks.results import Results

matplotlib.use("agg")

from matplotlib import pyplot

_STYLES = {
    OURS.name: ("#1f5fa8", "o"),
    NAIVE.name: ("#c0392b", "s"),
    FILLED.name: ("#b7950b", "v"),
    FLOOR.name: ("#7f8c8d", "^"),
}
_LABELS = {
    OURS.name: "pulumi-livevox",
    NAIVE.name: "a provider written quickly",
    FILLED.name: "as many resources with as much state, doing nothing",
    FLOOR.name: "as many empty resources",
}


def draw(results: Results, path: Path, delay_ms: int) -> None:
    """Draw the medians, with least and most as bars; `path` is completed by .svg and .png."""
    figure, panels = pyplot.subplots(2, 3, figsize=(11, 6), layout="constrained")
    for operation, panel in zip(OPERATIONS, panels.flat, strict=True):
        for name, (colour, marker) in _STYLES.items():
            points = [(size, results.seconds(name, size, operation)) for size in results.sizes()]
            known = [(size, spread) for size, spread in points if spread is not None]
            middles = [spread.middle for _, spread in known]
            below = [spread.middle - spread.least for _, spread in known]
            above = [spread.most - spread.middle for _, spread in known]
            panel.errorbar(
                [size for size, _ in known],
                middles,
                yerr=(below, above),
                color=colour,
                marker=marker,
                markersize=4,
                capsize=2,
                label=_LABELS[name],
            )
        panel.set_title(operation)
        panel.set_ylim(bottom=0)
        panel.set_xlim(left=0)
        panel.grid(alpha=0.3)
    figure.supxlabel(f"services, {delay_ms} ms a request")
    figure.supylabel("seconds")
    handles, labels = panels.flat[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside upper center", ncols=4, frameon=False)
    for ending in ("svg", "png"):
        figure.savefig(path.with_suffix(f".{ending}"), dpi=110)
    pyplot.close(figure)
