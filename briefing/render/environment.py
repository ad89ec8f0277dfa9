"""The sandbox templates run in: data is escaped to Markdown, undefined names and empty values are errors."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2 import TemplateNotFound as JinjaNotFound
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefing.errors import BriefingError, TemplateError
from briefing.model.markdown import escape, one_line
from briefing.render.locate import MAIN, TemplateSet

_REMOVED_FILTERS = ("safe", "forceescape", "xmlattr", "urlize", "pprint", "tojson", "striptags", "random")


class MarkdownEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox whose automatic escape is Markdown's."""

    intercepted_binops = frozenset({"+", "%", "*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse sums of Markdown and plain words, which Jinja would escape for HTML, and what may have no end."""
        if isinstance(left, Markup) or isinstance(right, Markup):
            raise SecurityError(f"`{operator}` cannot join Markdown; print the parts one after the other")
        if operator == "**" or (operator == "*" and not all(isinstance(side, int | float) for side in (left, right))):
            raise SecurityError(f"`{operator}` is not allowed here")
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        joined = tree.find(nodes.Concat)
        if joined is not None:
            raise TemplateSyntaxError("`~` is not allowed; print the parts one after the other", joined.lineno, name)
        return tree


def make_environment(chosen: TemplateSet, filters: Mapping[str, Callable[..., Any]]) -> MarkdownEnvironment:
    """Make the environment of a set; single files of the first folders override those of the later ones."""
    environment = MarkdownEnvironment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in chosen.folders]),
        autoescape=True,
        finalize=as_markdown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    for name in _REMOVED_FILTERS:
        del environment.filters[name]
    del environment.globals["lipsum"]  # Words that nobody said, others each time.
    environment.filters.update({"e": as_markdown, "escape": as_markdown, "join": join, "md": Markup, **filters})
    return environment


def as_markdown(value: object) -> Markup:
    """Return a printed value as Markdown that reads as exactly its words; what is no text or number is refused."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return Markup(escape(one_line(value)))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Markup(escape(str(value)))
    if isinstance(value, Undefined):
        str(value)  # raises, and names what is undefined
    if value is None:
        raise UndefinedError("the value to print is nothing (None); ask for it first with `if`")
    raise UndefinedError(f"the value to print is a {type(value).__name__}; print its fields")


def join(values: Iterable[object], separator: str = "") -> Markup:
    """Join values as Markdown, each escaped by itself."""
    return Markup(as_markdown(separator)).join(as_markdown(value) for value in values)


def run(environment: MarkdownEnvironment, chosen: TemplateSet, context: Mapping[str, Any]) -> str:
    """Render the main template of a set; a fault names file, line and what is undefined.

    Whatever a template makes Python raise is the template's fault: it ends in a `TemplateError` too.
    """
    try:
        return environment.get_template(MAIN).render(context)
    except BriefingError:
        raise
    except Exception as error:
        raise template_error(error, chosen.folders) from error


def template_error(error: Exception, folders: Iterable[Path]) -> TemplateError:
    """Word an error met in a template, with its place."""
    if isinstance(error, TemplateSyntaxError):
        return TemplateError(str(error.message), where=f"{error.name or MAIN}, line {error.lineno}")
    if isinstance(error, JinjaNotFound):
        return TemplateError(f"there is no template {error.name!r}", hint="it is included by another one")
    if isinstance(error, UnicodeDecodeError):
        return TemplateError("a template is not UTF-8 text", where=MAIN, hint="save it and its parts as UTF-8")
    if isinstance(error, RecursionError):
        hint = "a part that includes itself, a macro that calls itself, or too many brackets"
        return TemplateError("goes too deep", where=MAIN, hint=hint)
    roots = [str(folder) for folder in folders]
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        root = next((root for root in roots if frame.filename.startswith(root)), None)
        if root is not None:
            name = Path(frame.filename).relative_to(root).as_posix()
            return TemplateError(_cause(error), where=f"{name}, line {frame.lineno}")
    return TemplateError(_cause(error), where=MAIN)


def _cause(error: Exception) -> str:
    return str(error) or type(error).__name__
