"""The settings of a briefing: what it is about, what it holds, how it looks."""

from briefing.profile.consistency import known_formats
from briefing.profile.load import (
    default_profile,
    load_profile,
    profile_text,
    shipped_profiles,
    with_focus,
    write_commented,
)
from briefing.profile.settings import SECTIONS, ActorEntry, Length, Limits, Profile, SectionName, Yardstick
from briefing.profile.territories import territory_code, territory_name

__all__ = [
    "SECTIONS",
    "ActorEntry",
    "Length",
    "Limits",
    "Profile",
    "SectionName",
    "Yardstick",
    "default_profile",
    "known_formats",
    "load_profile",
    "profile_text",
    "shipped_profiles",
    "territory_code",
    "territory_name",
    "with_focus",
    "write_commented",
]
