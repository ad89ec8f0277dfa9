"""A night: fetch what is listed, read and analyse what is new, write every profile's briefing, tell and send."""

from __future__ import annotations

import dataclasses
import glob
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from briefing.build import Built, Request, about, compose, export
from briefing.deliver.config import NightlyConfig
from briefing.deliver.feeds import fetch_feeds
from briefing.deliver.lock import one_at_a_time
from briefing.deliver.log import open_log, tail
from briefing.deliver.mail.message import MESSAGE, Letter, compose_message
from briefing.deliver.mail.notice import failure_notice
from briefing.deliver.mail.outbox import send_message
from briefing.deliver.nights import clear_leftovers, earlier_run, nights, put_run, remove_old_nights
from briefing.deliver.status import write_status
from briefing.deliver.store import Store
from briefing.diff import load_briefing
from briefing.errors import BriefingError, DeliveryError, ExportError, InputError, UsageError
from briefing.executor import choose
from briefing.model.briefing import Briefing
from briefing.model.document import Diagnostic
from briefing.model.seals import sealed
from briefing.profile import Profile, load_profile

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What a run is for: its date, what it was told, and where it talks."""

    config: NightlyConfig
    date: str
    caught_up: bool
    """The date was given, so documents of later days are not used."""
    now: datetime
    say: Say


def run_nightly(
    config: NightlyConfig, *, now: datetime, as_of: str | None = None, say: Say = lambda _: None
) -> tuple[Path, ...]:
    """Make the briefings of a night and return their folders.

    `now` is the only clock. A profile that fails does not stop the others; the first failure is raised at the end,
    after it was logged, put into the status file and mailed to those who are to be told.
    """
    night = Night(config=config, date=_date(config, now, as_of), caught_up=as_of is not None, now=now, say=say)
    out = config.place(config.out)
    with one_at_a_time(config.place(f"{config.store}.lock")), open_log(config) as log:
        talk = dataclasses.replace(night, say=_both(log.info, say))
        failures: list[BriefingError] = []
        talk.say(f"night of {night.date} begins")
        try:
            places = _profiles(talk, out, failures)
        except BriefingError as error:
            places, failures = (), [*failures, error]
        for failure in failures:
            log.error(str(failure))
        code = failures[0].exit_code if failures else 0
        try:
            write_status(out, now, night=night.date, exit_code=code, messages=tuple(map(str, failures)))
        except ExportError as error:
            failures.append(error)
            log.error(str(error))
        talk.say(f"night of {night.date} ends with {code}")
    if failures:
        _tell(night, failures)
        raise failures[0]
    return places


def _both(first: Say, second: Say) -> Say:
    def tell(text: str) -> None:
        first(text)
        second(text)

    return tell


def _date(config: NightlyConfig, now: datetime, as_of: str | None) -> str:
    if as_of is None:
        return now.astimezone(config.zone()).date().isoformat()
    try:
        return date.fromisoformat(as_of).isoformat()
    except ValueError as error:
        raise UsageError(f"{as_of!r} is no date", where="--as-of", hint="write it as 2024-10-24") from error


def _profiles(night: Night, out: Path, failures: list[BriefingError]) -> tuple[Path, ...]:
    config = night.config
    profiles = list(_settings(night, failures))
    clear_leftovers(out)
    if (dates := nights(out)) and dates[-1] > night.date and not night.caught_up:
        night.say(f"warning: there is a night of {dates[-1]} already, later than this one: is the clock right?")
    with Store(config.place(config.store), night.say) as store:
        faults = fetch_feeds(config.sources, config.place(f"{config.store}.feeds"), store)
        for fault in faults:
            night.say(f"{fault.severity}: {fault.where}: {fault.message}")
        places = [p for profile in profiles if (p := _profile(night, profile, out, store, faults, failures))]
        _retain(night, out)
    return tuple(places)


def _retain(night: Night, out: Path) -> None:
    kept = night.config.retention
    for old in remove_old_nights(out, night.date, keep=kept.keep, days=kept.days):
        night.say(f"night of {old} removed")


def _profile(
    night: Night,
    profile: Profile,
    out: Path,
    store: Store,
    faults: Sequence[Diagnostic],
    failures: list[BriefingError],
) -> Path | None:
    try:
        place = _brief(night, profile, out, store, faults)
    except BriefingError as error:
        failures.append(error)
        return None
    try:
        _send(night, place, store)
    except DeliveryError as error:
        failures.append(error)
    return place


def _brief(night: Night, profile: Profile, out: Path, store: Store, faults: Sequence[Diagnostic]) -> Path:
    """Make one profile's briefing and put it into its place."""
    earlier = earlier_run(out, night.date, profile.name)
    request = Request(
        sources=_sources(night.config),
        profile=profile,
        as_of=night.date,
        ocr=night.config.ocr,
        previous=load_briefing(earlier) if earlier else None,
    )
    night.say(f"{profile.name}: reading and analysing")
    built = compose(request, executor=choose(jobs=night.config.jobs), memory=store)
    store.commit()
    built = dataclasses.replace(built, briefing=_with_faults(built, faults))
    night.say(f"{profile.name}: writing")
    files = export(built, request)
    if night.config.mail:
        files = files | {MESSAGE: compose_message(_letter(night, built, profile, files, earlier))}
    place = put_run(out, night.date, profile.name, files, about(built, request))
    store.keep_run(night.date, profile.name, built.briefing)
    night.say(f"{profile.name}: {place}")
    return place


def _with_faults(built: Built, faults: Sequence[Diagnostic]) -> Briefing:
    briefing = built.briefing
    return sealed(dataclasses.replace(briefing, diagnostics=(*briefing.diagnostics, *faults)))


def _settings(night: Night, failures: list[BriefingError]) -> Iterator[Profile]:
    """Yield the profiles that can be used; what is wrong with the others is told before a briefing is made."""
    for name in night.config.profiles:
        try:
            yield _setting(night, name)
        except BriefingError as error:
            failures.append(error)
            night.say(f"error: {error}")


def _setting(night: Night, name: str) -> Profile:
    """Return the profile; `json` is always written, since the next night compares with it."""
    own = night.config.profile_file(name)
    profile = load_profile(str(own) if own.is_file() else name)
    formats = tuple(dict.fromkeys((*profile.formats, "json")))
    until = profile.until or (night.date if night.caught_up else None)
    return dataclasses.replace(profile, formats=formats, until=until)


def _sources(config: NightlyConfig) -> tuple[Path, ...]:
    """Return the files and folders of the configuration with its fetched feeds; globs are opened."""
    found = [path for name in config.sources.paths for path in _matches(config, name)]
    feeds = config.place(f"{config.store}.feeds")
    if config.sources.feeds and feeds.is_dir():
        found.append(feeds)
    if not found:
        names = ", ".join(config.sources.paths)
        raise InputError("no file matches", where=names, hint="check sources.paths in the configuration")
    return tuple(dict.fromkeys(found))


def _matches(config: NightlyConfig, name: str) -> list[Path]:
    place = str(config.place(name))
    if not glob.has_magic(name):
        return [Path(place)]
    return [Path(p) for p in sorted(glob.glob(place, recursive=True))]


def _letter(night: Night, built: Built, profile: Profile, files: Mapping[str, bytes], earlier: Path | None) -> Letter:
    assert night.config.mail is not None
    return Letter(
        briefing=built.briefing,
        profile=profile,
        files=files,
        settings=night.config.mail,
        sent=_moment(night),
        earlier=(earlier / MESSAGE).read_bytes() if earlier and (earlier / MESSAGE).is_file() else None,
    )


def _moment(night: Night) -> datetime:
    """Return the date and time the message bears: those of the schedule, so that a rebuild gives the same bytes."""
    return datetime.fromisoformat(f"{night.date}T{night.config.at.zfill(5)}:00").replace(tzinfo=night.config.zone())


def _send(night: Night, place: Path, store: Store) -> None:
    mail = night.config.mail
    if mail is None or not mail.send or night.caught_up:
        return
    results = send_message((place / MESSAGE).read_bytes(), mail, store, say=night.say)
    failed = [r for r in results if r.state != "sent"]
    if failed:
        told = "; ".join(f"{r.recipient}: {r.answer or r.state}" for r in failed)
        raise DeliveryError(f"not delivered to {len(failed)} of {len(results)}: {told}", where=str(place / MESSAGE))


def _tell(night: Night, failures: Sequence[BriefingError]) -> None:
    """Mail the failure with the end of the log; that this fails, too, is said and does not hide the failure."""
    mail = night.config.mail
    if mail is None or not mail.failures_to:
        return
    log = tail(night.config.place(night.config.log.file))
    try:
        failure_notice(mail, night.date, night.now, [str(f) for f in failures], log)
    except DeliveryError as error:
        night.say(f"error: the failure could not be mailed: {error}")
