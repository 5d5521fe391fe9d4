"""How a file's rows stand in its table: totals, repeated headers, units, and rows to be mended."""

from decimal import Decimal

from files import AMOUNTS, NOT_NAMING

UNITS = [("k", 10 ** 3), ("tsd", 10 ** 3), ("千", 10 ** 3), ("万", 10 ** 4), ("mn", 10 ** 6),
         ("Mio.", 10 ** 6), ("百万", 10 ** 6), ("net", 1)]
TOTALS = ["Total", "TOTAL", "Grand Total", "合计", "Summe", "totale", "Results from 3 campaigns"]
MONEY = ["amount", "arr", "mrr"]
DECAYED = {"date": "2026-02-31", "start_date": "2026-02-31", "created_at": "2026-02-31",
           "amount": "??", "active_users": "??", "score": "99"}


def plain(number):
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class Layout:
    """The table of one file: `lines` of cells, the first of them the header."""

    def __init__(self, disguise, name, columns, rows):
        self.disguise, self.name, self.columns = disguise, name, list(columns)
        self.rows = [[row.get(c, "") for c in columns] for row in rows]
        self.lines = []

    def chance(self, feature):
        return self.disguise.chance(feature, self.name)

    def table(self):
        """The lines of the file."""
        features, rows = self.disguise.features, self.rows
        header = list(self.columns)
        if "totals" in features:
            rows = self.with_totals(self.chance("totals"), rows)
        if "headers" in features and self.chance("headers").random() < 0.6:
            return self.with_headers(self.chance("headers layout"), header, rows)
        return [header] + rows

    # Totals

    def with_totals(self, rng, rows):
        """Sums of rows, named as totals or not at all; and rows that only look like totals."""
        amounts = [i for i, c in enumerate(self.columns) if c in AMOUNTS]
        naming = [i for i, c in enumerate(self.columns) if not NOT_NAMING.match(c)]
        same = [i for i, c in enumerate(self.columns) if c == "currency"]
        if not amounts or not naming or len({r[i] for r in rows for i in same}) > 1:
            return rows
        if not all(self.is_number(r[i]) for r in rows for i in amounts):
            return rows

        def total(part, word, off=Decimal(0)):
            line = [""] * len(self.columns)
            for i in amounts:
                line[i] = plain(sum(Decimal(r[i]) for r in part if r[i]) + off)
            if word:
                line[rng.choice(naming)] = word
            for i in same:
                line[i] = part[-1][i]
            if rng.random() < 0.6:
                for i, c in enumerate(self.columns):
                    if c in ("date", "start_date"):
                        line[i] = part[-1][i]
            return line
        kind = rng.choice(["none", "total", "total", "unnamed", "parts", "words", "sum"])
        if kind == "total":
            return rows + [total(rows, rng.choice(TOTALS), rng.choice([0, 0, Decimal("0.01")]))]
        if kind == "unnamed" and any(r[i] for r in rows for i in naming):
            return rows + [total(rows, "")]
        if kind == "parts":
            cut = len(rows) // 2
            if cut:
                return (rows[:cut] + [total(rows[:cut], "Subtotal")] + rows[cut:]
                        + [total(rows[cut:], "小计"), total(rows, "Grand Total")])
        if kind == "words" and "spend" in self.name:   # it counts, as a cost named Total
            line = list(rows[-1])
            line[rng.choice(naming)] = "Total"
            for i in amounts:
                line[i] = "1234.5"
            return rows + [line]
        if kind == "sum" and "spend" in self.name:     # it counts, as it has another name
            line = list(rows[-1])
            for i in amounts:
                line[i] = total(rows, "")[i]
            return rows + [line]
        return rows

    @staticmethod
    def is_number(text):
        return text == "" or text.replace(".", "", 1).lstrip("-").isdigit()

    # Headers

    def with_headers(self, rng, header, rows):
        """Units in the header, and the header again between rows, at times in another order."""
        for index, column in enumerate(header):
            if column in MONEY and rng.random() < 0.5:
                unit, factor = rng.choice(UNITS)
                shape = rng.choice(["%s (%s)", "%s [%s]", "%s（%s）"] + ["%s %s"] * (unit != "net"))
                if all(self.is_number(r[index]) for r in rows):
                    header[index] = shape % (column, unit)
                    rows = [r[:index] + [plain(Decimal(r[index]) / factor) if r[index] else ""]
                            + r[index + 1:] for r in rows]
        lines, order = [header], list(range(len(header)))
        for number, row in enumerate(rows):
            if number > 1 and number < len(rows) - 1 and rng.random() < 0.06:
                if rng.random() < 0.4:
                    rng.shuffle(order)
                if rng.random() < 0.4:
                    lines.append([])
                lines.append([header[i] for i in order])
            lines.append([row[i] for i in order])
        return lines
