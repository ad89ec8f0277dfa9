"""Words of the field that name one thing: talks are negotiations, drills are exercises."""

from __future__ import annotations

from functools import lru_cache

from briefing.assemble.words import keys

FAMILIES = """
talks negotiations dialogue engagement rapprochement diplomacy overtures meeting summit
exercises drills manoeuvres maneuvers wargames
weapons arms armaments munitions ammunition lethal missiles artillery
troops soldiers forces army military deployment
sanctions embargo restrictions penalties
aid assistance support donation
tariffs duties levies
ban prohibition moratorium
nuclear atomic warheads denuclearisation denuclearization
trade exports imports commerce
border frontier
ceasefire truce armistice
treaty pact agreement accord deal
refugees migrants asylum migration
vote referendum election ballot
budget spending funding money
climate emissions carbon
hostages prisoners detainees captives
energy oil gas pipeline fuel
cyber hacking hackers cyberattack
unification reunification
reform overhaul restructuring
humanitarian relief
speech comments remarks address statement message
"""
EMPTY_WORDS = """
international community world global effort role country nation government people issue way future support
strengthen promote work develop important measure action step policy plan position state member security
situation problem challenge time year area order level process system principle value interest part number group
side use need help continue take leader official president minister foreign national public common joint high
million billion trillion dollar euro yen yuan pound won rouble ruble percent cent
new major great good right full large response request matter respect connection basis view light wake face line
case place head hand office mutual include discuss hold keep follow give bring january february march april june july
august september october november december today week day long short end begin start
"""
EMPTY = frozenset(keys(EMPTY_WORDS))
"""Words that stand in every text of the field and so tell no matter from another."""
THEME = {key: line.split()[0] for line in FAMILIES.strip().splitlines() for key in keys(line)}


@lru_cache(maxsize=50_000)
def themes(words: tuple[str, ...]) -> frozenset[str]:
    """Return the keys of `words` with each word of a family under the name of its family."""
    return frozenset(THEME.get(word, word) for word in words)
