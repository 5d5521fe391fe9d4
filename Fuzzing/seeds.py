"""Writes the seeds: small inputs, each of a kind of its own, that fuzzing and the tests begin with. What fuzzing has found is kept
beside them as `found-...` and left alone.

    python3 Fuzzing/seeds.py
"""

import pathlib
import re

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent


def write(target, name, content):
    folder = HERE / "Seeds" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)


def options(first, second=0, third=0):
    return bytes([1, first, second, third])


def head(path, lines):
    return b"\n".join(path.read_bytes().split(b"\n")[:lines]) + b"\n"


TABLE = "id,date,amount,note\n1,2026-01-02,12.50,plain\n2,2026-01-03,\"1,234.00\",\"a \"\"word\"\"\"\n3,2026-01-04,7,\"two\nlines\"\n"

READER = {
    "rfc4180": TABLE,
    "crlf": TABLE.replace("\n", "\r\n"),
    "cr": TABLE.replace("\n", "\r"),
    "mixed-ends": "a,b\r\n1,2\n3,4\r5,6\n\n",
    "semicolons": "a;b;c\n1;2,5;x\n2;3,5;y\n",
    "tabs": "a\tb\n1\t2\n3\t4\n",
    "pipes": "a|b|c\n1|2|3\n",
    "spaces": "a b c\n1 2 3\n4 5 6\n",
    "comma-space": 'a, b, c\n1, "2, 3", 4\n5, 6, 7\n',
    "single-quotes": "a,b\n'1,2','it''s'\n'3','4'\n",
    "backslashes": 'a,b\n"5\\" pipe","c:\\\\temp"\n"x","y\\,z"\n',
    "separator-line": "sep=;\na;b\n1;2\n",
    "title-and-total": "Report 2026\n\nname,amount\nA,1\nB,2\nC,3\nTotal,6\n\nmade by hand\n",
    "two-tables": "a,b,c\n1,2,3\n4,5,6\n7,8,9\n\n\nx,y\n1,2\n3,4\n",
    "two-row-header": "Customer,,Amount\nid,name,EUR\n1,A,2\n2,B,3\n",
    "no-header": "1,2026-01-01,3.5\n2,2026-01-02,4.5\n",
    "stray-quote": 'a,b,c\n1,5" pipe,3\n2,x,4\n3,"y,5\n4,z,6\n',
    "short-and-long": "a,b,c\n1,2\n1,2,3,4\n1,2,3\n",
    "other-delimiter": "a,b,c\n1,2,3\n4;5;6\n7,8,9\n",
    "unclosed": 'a,b\n1,"2\n3,4\n',
    "rows-in-a-cell": 'a,b\n1,"7,8\n9,10\n11,12"\n2,3\n',
    "bom": b"\xef\xbb\xbfa,b\n1,2\n",
    "utf16le": b"\xff\xfe" + "a,b\n客,2\n".encode("utf-16-le"),
    "utf16be": b"\xfe\xff" + "a,b\n客,2\n".encode("utf-16-be"),
    "gb18030": "客户编号,金额,日期\n甲,12.5,2026-01-02\n乙,3,2026-02-03\n".encode("gb18030"),
    "big5": "客戶編號,金額\n甲,12\n乙,3\n".encode("big5"),
    "shift-jis": "顧客番号,金額\nカナ,12\nひら,3\n".encode("shift_jis"),
    "windows-1252": "Name,Straße\nMüller,Käse\nÅse,Ünder\n".encode("cp1252"),
    "mixed-encoding": b"a,b\n\xc3\xa9,1\n\xe9,2\n",
    "nul": b"a,b\n1,\x00\n2,3\n",
    "blank": "\n\n  \n",
    "header-only": "a,b,c\n",
    "one-cell": "a",
    "json": '{"error": "expired"}',
    "html": "<!doctype html><html><body>sign in</body></html>",
    "quote-soup": options(0, 2) + b'",a\n"",",\n"a","b"\n""",x\n',
    "soup-bare-cr": options(16, 18, 3) + b'a, "b"\r"c\r", d\r',
    "soup-single": options(33, 3, 9) + b"'a';b;'c'\nd;'e;f';g\n",
    "soup-unquoted": options(66, 2, 2) + b'a"\tb\n"c\td\n',
    "header-row": options(0, 36, 3) + b"x\ny\na,b,c,d\n1,2,3,4\n",
    "as-gbk": options(0, 65, 4) + b"a,b\n\xb0\xa1,\xff\n",
    "cut-numbers": "day,kind,amount\n2026-10-01,ads,1,050.00\n2026-10-02,tv,900.00\n2026-10-03,tv,12,000.00\n",
    "cut-in-two-ways": "day,clicks,cost\n1 Oct,1,250,300\n2 Oct,2,000,100\n3 Oct,12,345,20\n4 Oct,5,3,000.00\n",
    "cut-decimals": "day,kind,amount\n2026-10-01,ads,100,05\n2026-10-02,tv,20,50\n2026-10-03,tv,7\n",
    "cut-mended": options(0, 3, 1) + b"a,b,c\n1,2,000,3\n$1,234,567,2,3\n1,250,300,4\n1,200,3,\n\"x\",7,100.50,9\n",
    "cut-watched": options(0, 3, 5) + b"a,b,c\n1,2,000,3\n1,250,300,4\n1,200,3,\n",
    "cut-comma": options(0, 2, 3) + b"a,b\n1,2,05\n1.234,50,x\n7,8\n",
    "header-again": "day,sum,kind\n2026-10-01,1,a\n2026-10-02,2,b\n\nPage 2\nday,sum,kind\n2026-10-03,3,c\n2026-10-04,4,d\n",
    "header-turned": "day,sum,kind\n2026-10-01,1,a\n2026-10-02,2,b\nkind,day,sum\n\"c, d\",2026-10-03,3\ne,2026-10-04\nday,sum,kind\n2026-10-05,5,f\n",
    "header-copied": ("day,sum\n2026-10-01,1\n2026-10-02,2\n2026-10-03,3\n") * 2,
    "soup-headers": options(0, 3, 16) + b"a,b,c\n1,2,3\nTitle\n\nc,a,b\n4,5,6\n7,8\nb,a,c\n,,\nTitle\na,b,c\n9,\"x\ny\",1\n",
    "soup-spaced-headers": options(16, 3, 16) + b"a, b, c\n1, 2, 3\nc, a, b\n4, 5, 6\n7,8,9\nb,a, c\n 1, 2,3\n",
    "wrapped": '"a,b,c"\n"1,""x, y"",3"\n"2,""say """"hi"""""",4"\n"3,z,5"\n',
    "wrapped-some": options(0, 3, 8) + b'1,2,3\n"4,5,6"\n"7,""8\n9"",10"\n"a, b, c"\n"1,2"\n"",,\n"4,5,6",,\n',
    "survey": 'StartDate,Status,Q1\nStart Date,Response Type,How likely?\n"{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""QID1""}"\n2026-10-01 10:00:00,IP Address,10\n',
    "full-titles": "Report,Spend,2026-10-31\n\nday,kind,sum\n\n,,(EUR)\n2026-10-01,ads,5.00\n2026-10-02,tv,6.00\n",
}

CELLS = {
    "units": "1.2K\n3.4M\n5 Mio. €\n2,5 Tsd.\n1.5bn\n1.2万\n3億円\nTEUR 25\n25 k€\n1,234K\n9999999999999999K\n",
    "dashes": "500,-\n€ 12,–\n500.-\n500,--\n1 234,-\n1.500:-\n500,---\n,-\n",
    "sides": "100.00 DR\n30.00 CR\n100,00 S\n30,00 H\nSoll 5\n借 5\n5贷\n-5 CR\n",
    "weekdays": "lun. 5 octobre 2026\nMo., 07.09.2026\nmar 3, 2026\n2026/07/06(月)\n2026年8月3日 星期一\nsegunda-feira, 3 de agosto de 2026\n令和8年8月3日\n",
    "programs": "Sun Mar 29 2026 00:00:00 GMT+0530 (India Standard Time)\nMon Jun  1 00:30:00 CEST 2026\n2026-06-01T00:30:00+02:00[Europe/Paris]\n2026-06-01 00:30 IST\n2026-03-02T10:11:12+20:00\n",
    "hours": "03/03/2026 14h30\n03.03.2026 14.30 Uhr\n26/03/2026 1:05:09 p. m.\n2026年3月3日 中午12:30\n",
    "placeholders": "0000-00-00\n0001-01-01\n1900-01-00\n0-Jan-00\n1970-01-01 08:00:00+08:00\n31/12/9999\n99991231\nnever\n永久\n∞\n0\n",
    "month-numbers": "Nov-26\n26-Nov\nNov 26\nNov '26\n26/10/13\n26-11-03\n",
    "shared-currencies": "5 kr\nRs. 5\nR 5\n£5\n5 lei\n5美元\n$5 €\n1.234 €\n$1,234\n1.234 KWD\n",
    "points": "1234.5\n-1,234.50\n1,234\n0.125\n",
    "commas": "1.234,50\n12,5\n1 234,50\n1'234,50\n",
    "signs": "(1,234)\n1,234-\n$1,234\n1.234,50 €\nUSD 1,234\n¥1,234\n￥1,234\n12.5%\n１２３．５\n",
    "exponents": "1.5E+3\n1e400\n-2e-30\n1E18\n1e19\n",
    "huge": "9223372036854775807\n-9223372036854775808\n99999999999999999999999999\n0.000000000000000000001\n",
    "iso-dates": "2026-11-03\n2026/11/3\n20261103\n2026-11\n2024-02-29\n2023-02-29\n",
    "day-first": "13/11/2026\n03/11/2026\n03.11.26\n3 Nov 2026\n",
    "month-first": "11/13/2026\n11/03/2026\nNov 3, 2026\n",
    "chinese": "2026年11月3日\n2026年11月\n2026年3月2日 下午3:04\n是\n否\n",
    "serials": "46329\n46083.4244\n60\n0\n-1\n2958465\n2958466\n",
    "edges": "0001-01-01\n9999-12-31\n0000-00-00\n9999-12\n1/1/1\n31.12.99\n",
    "stamps": "2026-03-02T10:11:12Z\n2026-03-02 10:11\n3/2/2026 10:11 AM\n2026-03-02T24:00:00+14:00\n9999-12-31T23:59:59.999999-0930\n",
    "fractions": "2026-03-02 10:11:12.123456789\n2026-03-02T10:11:12.Z\n2026-03-02 10:11:12,5\n",
    "flags": "yes\nNo\nTRUE\n0\n✓\n☐\n□\n",
    "missing": "NA\nN/A\nnull\nNone\n-\n—\n#N/A\nnan\n\n",
    "currencies": "EUR\nrmb\nUS$\nCNH\nAu$ 5\n5 kr\n",
    "broken": "12,50 or so\n--5\n1..2\n1,,2\n(5\n5)\n%\n$\n1/2/3/4\n",
    "broken-text": b"\xff\xfe\n\xe5\x8f\n\xef\xbc\x91\xef\n\xc3\xa9\n",
}

COLUMNS = {
    "subscriptions": "subscription_id,customer_id,start_date,end_date,arr,currency,plan,status\nS1,A,2025-01-01,,1200.50,EUR,pro,active\nS1,A,2025-01-01,2026-01-01,1300,USD,pro,\nS2,B,2026-02-10,2026-03-20,-24,,basic,trial\n",
    "amounts": "subscription_id,customer_id,start_date,amount,interval\nS1,A,2025-01-01,100,month\nS2,B,2025-01-01,1e17,7\nS3,C,0001-01-01,9223372036854775807,quarter\n",
    "arr_snapshots": "customer_id,date,mrr\nA,2026-01,100\nA,2026-02,0\nB,2026-02-28,12.34\n",
    "spend": "date,end_date,amount,category,channel\n2026-01,,1000.01,marketing,ads\n2026-02-01,2026-02-28,-5,sales,\n0001-01-01,9999-12-31,10,other,x\n",
    "nps": "response_id,invited_at,responded_at,score,customer_id\nR1,2026-01-01,2026-01-02,10,A\nR2,2026-01-01,,,B\nR3,,,11,C\nR4,2026-01-05,2026-01-06,0,\n",
    "leads": "lead_id,created_at,mql_at,won_at,lost_at,amount,customer_id\nL1,2026-02-01,2026-02-03,2026-03-01,,900,A\nL2,2026-02-04,,,2026-02-05,,\nL2,2026-02-04 10:00,,,,,\n",
    "lead_events": "lead_id,stage,at,amount\nL1,lead,2026-01-01,\nL1,won,2026-01-05T10:00Z,5\nL2,nothing,2026-01-01,\n",
    "customers": "customer_id,name,channel,segment,region,owner\nA,Alpha,web,smb,EU,x\nB,Beta,,,,\nA,Alpha 2,web,big,US,y\n",
    "usage": "customer_id,date,active_users,seats\nA,2026-11-01,5,10\nA,2026-11-01,6,10\nB,2026-11-02,1e9,0\n",
    "headcount": "date,team,fte\n2026-01,sales,2.5\n2026-02,sales,-1\n",
    "targets": "metric,period,value,owner,dimension,member\nnrr,2026-Q4,110%,x,,\nwon,2026-W46,12,,segment,smb\nnps,2026,40,,,\nwon,2026-13,1,,,\n",
    "actions": "action_id,department,task,start_date,due_date,done_date,status,percent\n1,sales,call,2026-01-01,2026-12-01,,open,50%\n2,marketing,write,,2026-01-01,2026-01-02,done,100\n",
    "initiatives": "initiative_id,name,scenario,stage,start_date,launch_date,new_customers,messaging_document\nI1,New,new_product,explore,2026-01-01,2027-01-01,yes,draft\n",
    "value_map": "initiative,kind,text,answered_by\nI1,job,do it,us\nI1,pain,slow,\nI1,wish,x,\n",
    "one_off_revenue": "date,amount,customer_id,currency\n2026-05-01,10.5,A,EUR\n2026-05-02,20,B,USD\n",
    "fx_rates": "currency,rate,date\nEUR,1.17,2026-01-01\nEUR,0,\nGBP,1e-18,\n",
    "mended": "lead_id,created_at,gtm_file,gtm_line\nL1,2026-01-01,leads.csv,3\nL2,2026-01-02,leads.csv,99999999999999999999\n",
    "chinese": "客户编号,开始日期,结束日期,年度金额,币种\n甲,2026年1月1日,,1200,人民币\n乙,2026/2/1,2026/12/31,3000,USD\n",
    "cut-numbers": "date,amount,category\n2026-10-01,1,050.00,marketing\n2026-10-02,900.00,sales\n2026-10-03,1,250,300,sales\n2026-10-04,2,000,\n",
    "headers-again": "date,amount,category\n2026-10-01,10,marketing\n\ndate,amount,category\n2026-10-02,20,sales\ncategory,date,amount\nsales,2026-10-03,30\nsales,2026-10-04\n",
    "wrapped": '"date,amount,category"\n"2026-10-01,""1,010.00"",marketing"\n"2026-10-02,20,sales"\n',
    "german": "Lead ID;Created At;Amount\nL1;01.03.2026 10:00;1.234,50\nL2;02.03.2026;12,00\n",
}

FORMULAS = {
    "ratio": "spend / customers_new",
    "sums": "won + lost * won - (won - lost) / 2",
    "negative": "--won - -3 * -(lost + 2)",
    "functions": "min(won, lost, 1) + max(spend) * sqrt(nps * nps)",
    "windows": "trailing(spend, 12 months) / prior(spend) + prior(arr_closing, 3 months) - year_ago(arr_closing)",
    "windows-in-windows": "trailing(prior(year_ago(spend + won)), 3 months)",
    "settings": "arr_closing * config.gross_margin / 0.75",
    "full-width": "100 ＊（won － lost）／ min（won，2）÷ 3 × 4",
    "huge": "999999999999999999 * 999999999999999999 * 999999999999999999 / 0.000000000000000001",
    "deep": "(" * 190 + "won" + ")" * 190,
    "long-sum": " + ".join(["won"] * 199),
    "unclosed": "min(won, (lost",
    "unknown": "mim(won) + config.",
    "empty": " ",
    "unknown-sign": "won % lost ^ 2",
    "months": "trailing(spend, 1200 months) + trailing(spend, 0 months)",
    "chain": "max(trailing(won, 1 month), sqrt(won / lost), min(1, 2, 3, 4))",
}


def examples(page, language="yaml"):
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / page).read_text(), re.S)


CONFIGURATIONS = {
    "unknown-key": "inbox: x\ngrian: week\n",
    "unknown-source": "sources:\n  subscription: {load: append}\n",
    "wrong-kinds": "inbox: [x]\nperiods: many\nfunnel: 3\naudiences: {}\ndeliver: x\n",
    "twice": "inbox: x\ninbox: y\n",
    "anchors": "a: &a [1, 2]\nsources:\n  leads: {files: *a, private: *a}\n",
    "bomb": "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: &d [*c, *c, *c]\n? *d\n: 1\ninbox: *d\n",
    "merge": "inbox: x\nconfig: &c {a: 1}\nother:\n  <<: *c\n",
    "block": "- inbox\n- ? a\n  : b\n- |\n  text\n- >-\n  more\n",
    "tags": "inbox: !!binary aGk=\nperiods: !!int 0x10\nfx_date: !!timestamp 2026-01-01\ncurrency: !x USD\n",
    "numbers": "inbox: x\nconfig: {gross_margin: 99999999999999999999, health: {weights: {usage: 1e9}}}\nmax_rejected: 1e400%\n",
    "list-of-metrics": "metrics:\n- {id: a, formula: won / lost, unit: ratio}\n- {id: b, formula: a * 2, unit: count}\n",
    "circle": "metrics:\n  a: {formula: b, unit: count}\n  b: {formula: a, unit: count}\n",
    "bad-formula": 'metrics:\n  a: {formula: "min(won, ", unit: count}\n',
    "deep": "a: " + "[" * 60 + "]" * 60 + "\n",
    "deep-blocks": "- " * 60 + "x\n",
    "tabs": "inbox:\tx\n\tperiods: 3\n",
    "not-yaml": "%YAML 9\n--- }\n",
}


def configurations():
    for number, text in enumerate(examples("docs/configuration.md") + examples("README.md")):
        yield f"documented-{number + 1}", text
    yield "weekly", (ROOT / "pipelines/weekly.yml").read_text()
    yield from CONFIGURATIONS.items()


SCALING = {
    "quote": '"',
    "comma-quote": ',"\n',
    "pairs": '""\n',
    "open": '"a\n',
    "cr": "\r",
    "space": " ",
    "lines": "\n",
    "row": "1,2,3\n",
    "quoted-row": '"1","a ""b""","3\n4"\n',
    "header-then-quotes": b'a,b,c\n1,2,3\n\x00"\x00\n',
    "rows-then-open": b'a,b,c\n"\x001,2,3\n\x00',
    "stray": b'a,b,c\n\x001,"2,3\n\x00',
    "tables": "a,b\n1,2\n\n",
    "backslashes": 'a,"\\"\n',
    "wide": b"a\x00,\x00\n1,2\n",
    "long-lines": b"a;b\n\x00x;\x00\n",
    "headers-again": "day,sum\n2026-10-01,5\n",
    "headers-turned": "day,sum\n2026-10-01,5\nsum,day\n5,2026-10-01\n",
    "pages": "Page\n\nday,sum\n2026-10-01,5\n",
    "cut-numbers": b"day,sum,kind\n\x002026-10-01,1,050,x\n\x00",
    "cut-again": b"day,sum,kind\n2026-10-01,1,050,x\n\x001,200,\x00x\n",
    "wrapped": '"1,""a, b"",3"\n',
    "wrapped-wide": b'a,b,c\n1,2,3\n"\x00""x"",\x00"\n',
    "widths": "a,b\na,b,c,d\na,b,c\n",
    "names": b"a,b,c,d\n\x00a,b,c\n\x001,2,3,4\n",
}

DICTIONARIES = {
    "reader": '" "" \\" , ; | \' \r\n \r \t sep=; Total 2026-01-02 1.5',
    "typer": "2026 - / . , T Z +08:00 AM PM 下午 年 月 日 E+ % ( ) $ € USD Nov １ 24:00 9223372036854775807 K Mio. 万 ,- CR kr never 0000-00-00 Mo., (月) 14h30",
    "file": '" , ; 2026-01-01 2026-01 9999-12-31 0001-01-01 9223372036854775807 1e18 EUR USD month quarter trial won lost gtm_file gtm_line',
    "formula": "trailing( prior( year_ago( min( max( sqrt( config. months won spend ( ) , + - * / 0.000000000000000001 999999999999999999",
    "configuration": "inbox: sources: metrics: formula: files: aliases: decimal: date_order: header_row: quote: escape: config: health: "
    "funnel: stages: &a *a <<: ? - [ ] { } | !!int unit: count % ~ : #",
    "scaling": '" "" \\" , ; | \r\n \r \t sep=; Total \x00',
}


def quoted(word):
    """A word as libFuzzer's dictionaries have it."""
    return '"' + "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\x{b:02X}" for b in word.encode()) + '"'


def main():
    for name, text in READER.items():
        write("reader", name, text)
    for name, text in CELLS.items():
        write("typer", name, text)
    for number, text in enumerate([CELLS["points"], CELLS["day-first"], CELLS["stamps"]]):
        write("typer", f"elsewhere-{number + 1}", options(2 + number, 1 + number) + text.encode())
    for name, text in COLUMNS.items():
        write("file", name, text)
    names = ["export"] + list(COLUMNS)
    for number, (name, text) in enumerate(COLUMNS.items()):
        if number % 4 == 0:
            write("file", f"{name}-by-name", options(number % len(names), number, number) + text.encode())
    for path in sorted((ROOT / "sample-data/inbox").glob("*.csv"))[::5]:
        write("file", "sample-" + path.stem.encode("ascii", "ignore").decode(), head(path, 5))
    for name, text in FORMULAS.items():
        write("formula", name, text)
    for name, text in configurations():
        write("configuration", name, text)
    for name, text in SCALING.items():
        write("scaling", name, text)
    for name, words in DICTIONARIES.items():
        (HERE / "Seeds" / f"{name}.dict").write_text("".join(quoted(word) + "\n" for word in words.split(" ")))


if __name__ == "__main__":
    main()
