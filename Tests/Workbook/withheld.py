"""Looks for what an external edition may not hold, in every byte of its files.

    python3 withheld.py EDITION INBOX

EDITION is the folder of an edition's files, INBOX that of the exports. Names and ids of customers, owners, comments of surveys, paths and
names of files are taken from the exports and looked for in each file, in workbooks in each part, as they are and as markup has them.
"""

import csv
import glob
import html
import os
import re
import sys
import zipfile

OWNERS = ("owner", "负责人")
NAMES = ("customer name", "name", "company", "客户名称")
COMMENTS = ("comment", "评论")
IDS = ("customer_id", "account id", "客户编号")


def secrets(inbox):
    """{what: where it is from}"""
    found = {}
    for path in sorted(glob.glob(os.path.join(inbox, "*.csv"))):
        name = os.path.basename(path)
        found[name] = "file"
        with open(path, encoding="utf-8-sig", newline="") as stream:
            for row in csv.DictReader(stream):
                for column, cell in row.items():
                    kind = next((k for k, names in (("owner", OWNERS), ("comment", COMMENTS), ("id", IDS)) if (column or "").lower() in names), None)
                    if kind is None and name.startswith("customers") and (column or "").lower() in NAMES:
                        kind = "customer"
                    if kind and cell and len(cell) >= 3:
                        found.setdefault(cell, "%s of %s" % (kind, name))
    return found


def texts(folder):
    """(file, its text) of every file, of workbooks every part."""
    for top, _, names in os.walk(folder):
        for name in sorted(names):
            path = os.path.join(top, name)
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as book:
                    for part in book.namelist():
                        yield "%s!%s" % (path, part), book.read(part).decode("utf-8", "replace")
            else:
                with open(path, encoding="utf-8", errors="replace") as stream:
                    yield path, stream.read()


def leaks(folder, inbox):
    known = secrets(inbox)
    found = []
    for path, text in texts(folder):
        for form in (text, html.unescape(text)):
            for secret, kind in known.items():
                if secret in form and re.search(r"(?<!\w)%s(?!\w)" % re.escape(secret), form):
                    found.append((path, secret, kind))
        if os.path.abspath(inbox) in text:
            found.append((path, os.path.abspath(inbox), "path"))
    return sorted(set(found)), len(known)


if __name__ == "__main__":
    found, count = leaks(*sys.argv[1:3])
    for path, secret, kind in found[:40]:
        print("%s holds %r, a %s" % (path, secret[:60], kind))
    print("%d texts looked for, %d found" % (count, len(found)))
    sys.exit(1 if found else 0)
