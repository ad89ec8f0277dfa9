"""What is wrong with a template set: syntax, undefined and unused names, labels, theme, and a trial rendering."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from briefing.errors import TemplateError
from briefing.model.labels import Labels
from briefing.model.theme import Theme
from briefing.profile import SECTIONS, Profile
from briefing.render.context import make_view
from briefing.render.environment import MarkdownEnvironment, make_environment, run
from briefing.render.labels import load_labels, problems_of, reference_tables
from briefing.render.locate import BASE, MAIN, TemplateSet, shipped_folder
from briefing.render.parse import parse_markdown
from briefing.render.sample import sample_briefing
from briefing.render.style import load_theme, theme_problems

_MAPPING_METHODS = ("items", "keys", "values")
_JINJA_NAMES = frozenset(
    {"loop", "caller", "varargs", "kwargs", "self", "namespace", "range", "dict", "cycler", "joiner"}
)


def problems_of_set(chosen: TemplateSet) -> tuple[str, ...]:
    """Return all problems, each once: those of the data files, then of the templates, then of a trial rendering."""
    found = [*_empty_folder(chosen), *_data_problems(chosen)]
    if not found:
        found += _template_problems(chosen)
    if not found:
        found += _trial(chosen)
    return tuple(dict.fromkeys(found))


def _empty_folder(chosen: TemplateSet) -> Iterator[str]:
    own = chosen.folders[0]
    if not any((*own.rglob("*.j2*"), *own.glob("*.toml"), *own.glob("base.docx"))):
        yield "holds nothing of a template set: no .md.j2 file, theme.toml, labels or base.docx"


def _data_problems(chosen: TemplateSet) -> Iterator[str]:
    for path in chosen.find_all("theme.toml"):
        table, fault = _toml(path)
        yield from (f"{path.name}: {problem}" for problem in (fault or theme_problems(table)))
    reference = reference_tables()
    for language in ("en", "ko"):
        for path in chosen.find_all(f"labels.{language}.toml"):
            table, fault = _toml(path)
            yield from (f"{path.name}: {problem}" for problem in (fault or problems_of(table, reference)))


def _toml(path: Path) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")), ()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return {}, (str(error),)


def _template_problems(chosen: TemplateSet) -> Iterator[str]:
    view = make_view(sample_briefing(), Profile(), load_labels(chosen, "en", "british"), Theme(), ())
    environment = make_environment(chosen, view.filters())
    trees: dict[str, nodes.Template] = {}
    for name in _own_templates(chosen):
        path = chosen.find(name)
        assert path is not None
        try:
            environment.from_string(path.read_text(encoding="utf-8"))
            trees[name] = environment.parse(path.read_text(encoding="utf-8"), name)
        except TemplateSyntaxError as error:
            yield f"{name}, line {error.lineno}: {error.message}"
    yield from _name_problems(trees, frozenset(view.names()) | _JINJA_NAMES, view.labels)
    yield from _unused(trees, chosen, environment)


def _own_templates(chosen: TemplateSet) -> tuple[str, ...]:
    found = {p.relative_to(f).as_posix() for f in chosen.folders for p in f.rglob("*.md.j2")}
    return tuple(sorted(found))


def _name_problems(trees: Mapping[str, nodes.Template], given: frozenset[str], labels: Labels) -> Iterator[str]:
    known = given | {name for tree in trees.values() for name in _assigned(tree)}
    for file, tree in trees.items():
        for name in tree.find_all(nodes.Name):
            if name.ctx == "load" and name.name not in known:
                yield f"{file}, line {name.lineno}: undefined name {name.name!r}{_near(name.name, known)}"
        for call in tree.find_all(nodes.Call):
            yield from _said(call, file, labels)
        for access in tree.find_all(nodes.Getattr):
            yield from _label_access(access, file, labels)


def _assigned(tree: nodes.Template) -> Iterator[str]:
    for name in tree.find_all(nodes.Name):
        if name.ctx in ("store", "param"):
            yield name.name
    yield from (macro.name for macro in tree.find_all(nodes.Macro))
    yield from (imported.target for imported in tree.find_all(nodes.Import))
    for imports in tree.find_all(nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in imports.names)


def _said(call: nodes.Call, file: str, labels: Labels) -> Iterator[str]:
    """Check `say("key", ...)`: the text there is, and all its places filled."""
    if not (isinstance(call.node, nodes.Name) and call.node.name == "say" and call.args):
        return
    key = call.args[0]
    if isinstance(key, nodes.Const) and key.value not in labels.texts:
        yield f"{file}, line {call.lineno}: undefined text {key.value!r}{_near(str(key.value), labels.texts)}"


def _label_access(access: nodes.Getattr, file: str, labels: Labels) -> Iterator[str]:
    """Check `labels.columns.actor`: the table there is, and the key in it."""
    inner = access.node
    if not (isinstance(inner, nodes.Getattr) and isinstance(inner.node, nodes.Name) and inner.node.name == "labels"):
        return
    table = getattr(labels, inner.attr, None)
    known = {*table, *_MAPPING_METHODS} if isinstance(table, Mapping) else {*dir(labels)}
    if access.attr not in known and not hasattr(str, access.attr):
        yield f"{file}, line {access.lineno}: undefined label {inner.attr}.{access.attr}{_near(access.attr, known)}"


def _unused(
    trees: Mapping[str, nodes.Template], chosen: TemplateSet, environment: MarkdownEnvironment
) -> Iterator[str]:
    """Tell the partials and macros of the set's own folder that nothing uses."""
    own = chosen.folders[0]
    included = {MAIN} | {name for tree in trees.values() for name in _included(tree, trees)}
    called = {node.name for tree in trees.values() for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    called |= {node.attr for tree in trees.values() for node in tree.find_all(nodes.Getattr)}
    for name, tree in trees.items():
        if not (own / name).is_file():
            continue
        if name not in included and not (shipped_folder() / BASE / name).is_file():
            yield f"{name}: unused, no template includes it{_near(name, trees.keys() - {name})}"
        for macro in tree.find_all(nodes.Macro):
            if macro.name not in called and not _is_shipped(name, macro.name):
                yield f"{name}, line {macro.lineno}: unused macro {macro.name!r}"


def _is_shipped(file: str, macro: str) -> bool:
    """Tell whether the standard set has this macro too: a copy may keep what its own templates do not call."""
    shipped = shipped_folder() / BASE / file
    return shipped.is_file() and f"macro {macro}(" in shipped.read_text(encoding="utf-8")


def _included(tree: nodes.Template, names: Iterable[str]) -> Iterator[str]:
    """Yield the files a template includes; `"sections/" + name + ".md.j2"` can be any of that folder."""
    targets = [node.template for node in tree.find_all(nodes.Include)]
    targets += [node.template for node in tree.find_all(nodes.Import)]
    targets += [node.template for node in tree.find_all(nodes.FromImport)]
    for target in targets:
        if isinstance(target, nodes.Const):
            yield str(target.value)
        else:
            first = next((str(c.value) for c in target.find_all(nodes.Const)), "")
            yield from (name for name in names if name in {f"{first}{section}.md.j2" for section in SECTIONS})


def _trial(chosen: TemplateSet) -> Iterator[str]:
    """Render an invented briefing, full and empty, in each language."""
    for language in ("en", "ko"):
        for briefing in (sample_briefing(), sample_briefing(empty=True)):
            profile = Profile(language="ko" if language == "ko" else "en", template=chosen.name)
            try:
                labels, theme = load_labels(chosen, language, "british"), load_theme(chosen, profile)
                view = make_view(briefing, profile, labels, theme, ())
                parse_markdown(run(make_environment(chosen, view.filters()), chosen, view.names()))
            except TemplateError as error:
                yield str(error)


def _near(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, sorted(known), n=1)
    return f" (did you mean {near[0]}?)" if near else ""
