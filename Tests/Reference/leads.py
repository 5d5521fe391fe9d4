"""Leads, from `leads` or `lead_events`, and the deals of `opportunities` beside them."""

from collections import namedtuple

import cells

Lead = namedtuple("Lead", "created stamps lost first_response amount keys")
Deal = namedtuple("Deal", "identity created won lost amount keys row")

# Words of stages that say how a deal ended, without a number before or a reason behind.
WON = {"won", "closed won", "gewonnen", "abgeschlossen und gewonnen", "gagné", "cerrada ganada",
       "fechado ganho", "chiusa vinta", "赢单", "成交", "受注"}
LOST = {"lost", "closed lost", "verloren", "abgeschlossen und verloren", "perdu", "cerrada perdida",
        "fechado perdido", "chiusa persa", "输单", "丢单", "失注"}
PUBLIC_HOSTS = {"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com",
                "icloud.com", "gmx.de", "web.de", "qq.com", "163.com", "126.com", "proton.me"}


def later_outcome(won, lost):
    """Of a win and a loss the later one; the win where they are at the same time."""
    if won and lost:
        return (won, None) if won >= lost else (None, lost)
    return won, lost


def read(c):
    """Sets `leads`, `deals` (those without a lead) and `lead_source` of a company, and `deals_come`:
    whether a deal was created."""
    c.lead_source = "leads" if c.inbox.rows["leads"] else "lead_events"
    deals = read_deals(c)
    c.deals_come = bool(deals)
    rows = [read_row(c, row) for row in c.inbox.rows["leads"] or leads_from_events(c)]
    if deals and not any(lead.created for _, lead, _ in rows):
        c.lead_source, c.deals = "opportunities", []
        c.leads = [deal_as_lead(c, deal) for deal in deals]
        return
    c.deals, joined = [], {}
    for deal in deals:
        found = lead_of(c, deal, rows)
        see_deal(c, deal, deal.keys if found is None else ())
        if found is None:
            c.deals.append(deal)
        else:
            joined.setdefault(found, []).append(deal)
    c.leads = []
    for index, (row, lead, events) in enumerate(rows):
        if index in joined:
            lead = with_deals(lead, row, joined[index])
        if not events:
            continue
        won, lost = later_outcome(lead.stamps.get("won"), lead.lost)
        stamps = {**lead.stamps, "won": won} if "won" in lead.stamps else lead.stamps
        c.leads.append(lead._replace(stamps=stamps, lost=lost))
        c.saw(c.lead_source, min(events), lead.keys)
        if c.lead_source == "leads":
            c.dated("leads", c.day_of(lead.created) if lead.created else None, max(events))


def read_row(c, row):
    """(row, lead, days of its events) with the row's own stamps up to the as-of date."""
    stamps = {s: c.happened(row.get("created_at" if s == c.stages[0] else s + "_at"))
              for s in c.stages}
    lost, answered = c.happened(row.get("lost_at")), c.happened(row.get("first_response_at"))
    amount = c.money(row["amount"], row.get("currency")) if row.get("amount") else None
    events = [c.day_of(m) for m in list(stamps.values()) + [lost, answered] if m]
    return row, Lead(stamps[c.stages[0]], stamps, lost, answered, amount, c.row_keys(row)), events


def leads_from_events(c):
    """One row of stamps a lead, from the events up to the as-of date."""
    leads = {}
    for index, row in enumerate(c.inbox.rows["lead_events"]):
        at = c.happened(row["at"])
        if at:
            leads.setdefault(row["lead_id"], []).append((at, index, row))
            c.dated("lead_events", c.day_of(at), c.day_of(at))
    result = []
    for identity, events in leads.items():
        events.sort(key=lambda e: e[:2])
        lead = {"lead_id": identity}
        for _, _, row in events:
            stage = row["stage"].lower()
            column = "created_at" if stage == c.stages[0] else stage + "_at"
            lead.setdefault(column, row["at"])
            for name in ["amount", "currency", "customer_id"] + c.dimensions:
                if row.get(name):
                    lead[name] = row[name]
        lead.setdefault("created_at", events[0][2]["at"])
        result.append(lead)
    return result


# Deals

def outcome_of(stage):
    """`won`, `lost` or None, as a stage says, with a number before or a reason behind."""
    text = cells.fold(stage)
    for mark in (":", "("):
        text = text.split(mark)[0]
    text = text.lstrip("0123456789.-) ").strip()
    return "won" if text in WON else "lost" if text in LOST else None


def read_deals(c):
    """The deals created up to the as-of date; a closed one whose stage, not a date of its own,
    says won or lost takes `closed_at`."""
    deals = []
    for row in c.inbox.rows["opportunities"]:
        created = c.happened(row["created_at"])
        if not created:
            continue
        ends = {"won": row.get("won_at"), "lost": row.get("lost_at")}
        outcome = outcome_of(row.get("stage", ""))
        if outcome and not ends["won"] and not ends["lost"]:
            ends[outcome] = row.get("closed_at")
        won, lost = later_outcome(c.happened(ends["won"]), c.happened(ends["lost"]))
        amount = c.money(row["amount"], row.get("currency")) if row.get("amount") else None
        deals.append(Deal(row["opportunity_id"], created, won, lost, amount, c.row_keys(row), row))
    return deals


def see_deal(c, deal, keys):
    events = [c.day_of(m) for m in (deal.created, deal.won, deal.lost) if m]
    c.saw("opportunities", min(events), keys)
    c.dated("opportunities", events[0], max(events))


def deal_as_lead(c, deal):
    """Where no lead was created: a lead and an opportunity on the day of its creation."""
    see_deal(c, deal, deal.keys)
    stamps = dict.fromkeys(c.stages)
    for stage, at in ((c.stages[0], deal.created), ("opportunity", deal.created), ("won", deal.won)):
        if stage in stamps:
            stamps[stage] = at
    return Lead(deal.created, stamps, deal.lost, None, deal.amount, deal.keys)


def domain(row):
    """The host of a row's e-mail address; '' where it has none or a public one."""
    host = row.get("email", "").strip().lower().rpartition("@")[2]
    return "" if host in PUBLIC_HOSTS else host


def lead_of(c, deal, rows):
    """The index in `rows` of the lead that takes a deal, or None: by lead id, deal id, customer,
    then company or domain; of several the earliest created."""
    row = deal.row
    created = [(lead.created, other.get("lead_id", ""), index, other)
               for index, (other, lead, _) in enumerate(rows) if lead.created]
    company, host = cells.fold(row.get("company", "")), domain(row)
    if host and len({cells.fold(r.get("company", "")) for _, _, _, r in created
                     if domain(r) == host} - {""}) > 1:
        host = ""                                      # of more than one company
    named = cells.parts(row.get("lead_id", ""))
    for fits in (
            lambda lead: lead["lead_id"] in named,
            lambda lead: deal.identity in cells.parts(lead.get("opportunity_id", "")),
            lambda lead: row.get("customer_id") and lead.get("customer_id") == row["customer_id"]):
        found = [entry for entry in created if fits(entry[3])]
        if found:
            return min(found, key=lambda entry: entry[:2])[2]
    found = [entry for entry in created if entry[0] <= deal.created and (
        company and cells.fold(entry[3].get("company", "")) == company
        or host and domain(entry[3]) == host)]
    return min(found, key=lambda entry: entry[:2])[2] if found else None


def with_deals(lead, row, deals):
    """A lead with what its deals say, where its own cells do not."""
    stamps = dict(lead.stamps)
    wins = [d.won for d in deals if d.won]
    if "opportunity" in stamps:
        stamps["opportunity"] = stamps["opportunity"] or min(d.created for d in deals)
    if "won" in stamps and wins:
        stamps["won"] = stamps["won"] or min(wins)
    lost = lead.lost
    if all(d.lost for d in deals):
        lost = lost or max(d.lost for d in deals)
    amount = lead.amount
    if amount is None:
        known = [d.amount for d in deals if d.amount is not None and (d.won or len(deals) == 1)]
        amount = sum(known) if known else None
    return lead._replace(stamps=stamps, lost=lost, amount=amount)
