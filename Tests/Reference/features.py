"""What invented companies may have, and which rules of the reference can be switched off.

A feature changes the companies (their files show what its rule is about), the reference (its rule
changes companies that do not ask for it), or both. Without all of them the companies are plain.
"""

# name -> what it is; those of RULES are switches of the reference too.
FEATURES = {
    "kind": "metrics.csv has the column `kind`",
    "ended": "statuses that mean ended, without an end date, are excluded",
    "health": "health is of customers whose use or voice is known, and needs a source of one",
    "mixed": "metrics that mix sources with and without a dimension are undefined for (none)",
    "restated": "a newer export of the same costs is the truth for the days that it shares",
    "late": "measures of sources whose newest exports have not come are undefined",
    "all_late": "nothing is published where all sources of events are late and no term begins",
    "ids": "ids as exports dress them; leading zeros lost in one of several files",
    "members": "members in several spellings, and (none) in the data",
    "missing": "words for missing; NA and None in names and dimensions",
    "placeholders": "dates that mean open or missing",
    "no_days": "terms that end on the day they start",
    "rejects": "rows that cannot be used: bad scores, ends before starts, no rate, no amount",
    "opportunities": "deals beside leads or lead events, or without either",
    "roster": "headcount as a list of people",
    "totals": "rows of totals and subtotals, and rows that only look like them",
    "headers": "headers repeated within the table, in any order, and units in headers",
    "rate_units": "exchange rates of several units of a currency",
    "names": "dates in file names in several forms",
    "settings": "sources.yml with load rules and ends; fx_date; weights of health",
    "own_dimension": "a dimension that is a column of the company's own",
    "targets": "a plan: targets of any metric and period, in several spellings",
    "history": "exports removed from the inbox, and newer content at the same path",
    "mended": "rows mended and dropped again",
    "refused": "files that end the run: scales of five, ids in scientific notation, only bad rows",
}
RULES = ("kind", "ended", "health", "mixed", "restated", "late", "all_late")
ALL = frozenset(FEATURES)


def chosen(text):
    """`ids,late` as a set of features; `all` and `none` too."""
    if text in ("all", "none", ""):
        return ALL if text == "all" else frozenset()
    names = frozenset(part.strip() for part in text.split(","))
    if names - ALL:
        raise ValueError("no such feature: %s; there are %s" % (
            ", ".join(sorted(names - ALL)), ", ".join(FEATURES)))
    return names
