"""What stands in the properties, head and foot of the pages."""

from __future__ import annotations

from briefing.model.blocks import PagesMeta
from briefing.model.briefing import Briefing
from briefing.model.labels import Labels
from briefing.model.markdown import one_line
from briefing.model.theme import Theme

_SHORT = 70


def make_meta(briefing: Briefing, labels: Labels, theme: Theme) -> PagesMeta:
    """Gather title, dates, marks and the honest furniture of a briefing."""
    texts = labels.texts
    title = one_line(briefing.title)
    return PagesMeta(
        title=title,
        language=labels.locale.replace("_", "-"),
        as_of=briefing.as_of,
        subject=texts["subject"],
        keywords=(briefing.focus.name,) if briefing.focus.name else (),
        header=shortened(title),
        footer=" · ".join((day(briefing, labels), *base(briefing, labels), texts["machine"])),
        mark=theme.mark,
        page_label=texts["page_label"],
        notes_label=texts["notes"],
        contents_label=texts["contents"],
        skip_label=texts["skip"],
        back_label=texts["back"],
        schema_version=briefing.schema_version,
        sources=tuple((source.id, source.sha256) for source in briefing.sources),
    )


def day(briefing: Briefing, labels: Labels) -> str:
    """Return the day a briefing stands for; one of undated sources says that its day is not known."""
    if briefing.as_of == "undated":
        return labels.texts["as_of_unknown"]
    return labels.texts["as_of"].format(date=labels.date(briefing.as_of))


def base(briefing: Briefing, labels: Labels) -> tuple[str, ...]:
    """Return how many sources there are and, where fewer, how many are used and independent."""
    count = len(briefing.sources)
    independent = sum(1 for source in briefing.sources if source.duplicate_of is None and source.analysed)
    text = labels.texts["source_count_one" if count == 1 else "source_count"].format(count=labels.number(count))
    if independent == count:
        return (text,)
    return (f"{text} ({labels.texts['independent'].format(count=labels.number(independent))})",)


def shortened(title: str) -> str:
    """Cut a long title at a word for the head of the pages."""
    if len(title) <= _SHORT:
        return title
    return title[: _SHORT - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
