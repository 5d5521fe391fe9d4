#!/usr/bin/env python3
"""Measures gtm beside DuckDB, in turn, in one run; whole processes, medians of several.

- read:  the leads into typed columns; gtm's reader beside DuckDB's typed `read_csv` into a table.
- job:   the whole monthly report with a workbook; `gtm run` beside the script in `peers/duckdb_report.py`.
- large: the same of ten times as many leads.
- files: the same as `job` with the leads in five files, of which three in ten rows replace one of an earlier file; the script has all rows in one file.
- small: the same of a small company.
- little: the whole report of gtm alone within 64 MiB of memory, beside a run without such a limit.
- first: the whole report of gtm alone with an empty state, when all inputs are archived, beside later runs.
- added: the report of files that are known and one new file of leads, 100,000 rows half of which replace older ones; with what is remembered of
  the known files, without that, and with an empty state. `added-large` is the same of ten times as many leads.
- start: how long the program takes to say its version.
- workbook: the workbook of the small company and of `job`'s, beside the time that libxlsxwriter itself takes for the very same calls, which
  a C program takes too that makes them; see `calls.py`.

usage: run.py [read] [job] [large] [files] [small] [little] [first] [added] [added-large] [start] [workbook] [--read-leads N] [--job-leads N] [--small-leads N] [--runs N]
              [--gtm PATH] [--typed-read PATH] [--data DIR]
"""
import argparse, calls, csv, json, multiprocessing, os, pathlib, random, resource, shutil, statistics, subprocess, sys, time

HERE = pathlib.Path(__file__).resolve().parent
AS_OF = "2026-10-31"


def inbox(data, leads):
    """The folder with so many leads and what belongs to them; written once."""
    folder = data / f"inbox-{leads}"
    if not (folder / "leads.csv").exists():
        print(f"writing {leads:,} leads to {folder}", file=sys.stderr)
        part = data / "part"
        shutil.rmtree(part, ignore_errors=True)
        subprocess.run([sys.executable, HERE / "peers/generate.py", str(leads), str(part)], check=True, stdout=subprocess.DEVNULL)
        part.rename(folder)
    return folder


def measure(command):
    """Runs a command; its seconds on the clock and on the processors, its peak of memory, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"failed with {os.waitstatus_to_exitcode(status)}: {' '.join(map(str, command))}")
    return {"seconds": seconds, "processor": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss * 1024, "output": output}


def side_by_side(title, commands, runs):
    """Runs the commands in turn and prints what each took, the last one's time over the first one's."""
    results = {name: [] for name in commands}
    for turn in range(runs):
        for name, command in commands.items():
            results[name].append(measure(command))
    print(f"\n{title}, {runs} runs in turn")
    print(f"{'':24}{'median s':>10}{'least s':>10}{'most s':>10}{'processor s':>13}{'peak MiB':>10}")
    medians = {}
    for name, found in results.items():
        seconds = [r["seconds"] for r in found]
        medians[name] = statistics.median(seconds)
        print(f"{name:24}{medians[name]:10.3f}{min(seconds):10.3f}{max(seconds):10.3f}"
              f"{statistics.median(r['processor'] for r in found):13.2f}{max(r['peak'] for r in found) / 2**20:10.0f}")
    first, last = list(commands)[0], list(commands)[-1]
    print(f"{first} takes {medians[last] / medians[first]:.2f} times less than {last}")
    return results


def read(options, data):
    """The typed reading of the leads."""
    file = inbox(data, options.read_leads) / "leads.csv"
    size = file.stat().st_size
    subprocess.run(["cat", file], stdout=subprocess.DEVNULL, check=True)  # Into the file cache, for both.
    results = side_by_side(
        f"typed reading of {size / 1e6:,.0f} MB, {options.read_leads:,} leads",
        {"gtm": [options.typed_read, file], "DuckDB": [sys.executable, HERE / "peers/duckdb_read.py", file]}, options.runs)
    ours = [json.loads(r["output"]) for r in results["gtm"]]
    theirs = json.loads(results["DuckDB"][0]["output"])
    if ours[0]["rows"] != theirs["rows"] or ours[0]["rejected"]:
        sys.exit(f"the two read different rows: {ours[0]} and {theirs}")
    print(f"gtm's own memory, its table of {ours[0]['table'] / 2**20:,.0f} MiB aside: {max(r['own'] for r in ours) / 2**20:.0f} MiB")


ANEW = "remember: {fingerprints: no, readings: no}\n"


def pipeline(data, name, folder, more=""):
    """The pipeline file of the report of a folder."""
    file = data / f"{name}.yml"
    file.write_text(f"grain: month\nperiods: 12\ninbox: {folder}\nreports: reports\nstate: state-{name}\n"
                    "dimensions: [channel, segment]\n" + more)
    return file


def commands(options, data, leads, name, more=""):
    """gtm and the script on the same exports, each writing to a folder of its own; both read every file anew."""
    folder = inbox(data, leads)
    gtm = [options.gtm, "run", pipeline(data, name, folder, ANEW + more), "--as-of", AS_OF, "--quiet", "--replace"]
    return gtm, [sys.executable, HERE / "peers/duckdb_report.py", folder, AS_OF, "12", data / "duckdb"]


def report(options, data, leads, name, runs):
    """The whole report."""
    gtm, script = commands(options, data, leads, name)
    # The first run archives the inputs; see `first`.
    measure(gtm)
    side_by_side(f"monthly report of {leads:,} leads", {"gtm": gtm, "DuckDB + XlsxWriter": script}, runs)


def job(options, data):
    report(options, data, options.job_leads, "job", options.runs)


def large(options, data):
    report(options, data, options.job_leads * 10, "large", max(1, options.runs // 2))


def five_files(folder, target):
    """The files of a folder with the leads in five files below `in`, of which three in ten replace rows of earlier ones, and in one below `one`."""
    if target.exists():
        return
    rng, part = random.Random(5), target.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    for name in ("in", "one"):
        (part / name).mkdir(parents=True)
        for file in folder.iterdir():
            if file.name != "leads.csv":
                os.link(file, part / name / file.name)
    with open(folder / "leads.csv", newline="") as known:
        header, *rows = csv.reader(known)
    size, seen, segment = len(rows) // 5, [], header.index("segment")
    with open(part / "one" / "leads.csv", "w", newline="") as one:
        csv.writer(one).writerow(header)
        for number in range(5):
            again = 0 if number == 0 else size * 3 // 8
            own = rows[len(seen):len(seen) + size - again]
            seen += own
            own = own + [row[:segment] + ["enterprise"] + row[segment + 1:] for row in rng.sample(seen[:-len(own)], again)]
            rng.shuffle(own)
            with open(part / "in" / f"leads 2026-0{number + 5}-28.csv", "w", newline="") as file:
                csv.writer(file).writerows([header, *own])
            csv.writer(one).writerows(own)
    part.rename(target)


def files(options, data):
    folder = data / f"five-{options.job_leads}"
    # In a process of its own: what it holds would count as the memory of the programs.
    writer = multiprocessing.Process(target=five_files, args=(inbox(data, options.job_leads), folder))
    writer.start()
    writer.join()
    shutil.rmtree(data / "state-files", ignore_errors=True)
    gtm = [options.gtm, "run", pipeline(data, "files", folder / "in", ANEW), "--as-of", AS_OF, "--quiet", "--replace"]
    script = [sys.executable, HERE / "peers/duckdb_report.py", folder / "one", AS_OF, "12", data / "duckdb"]
    measure(gtm)
    side_by_side(f"monthly report of {options.job_leads:,} leads in five files", {"gtm": gtm, "DuckDB + XlsxWriter": script}, options.runs)


def small(options, data):
    report(options, data, options.small_leads, "small", options.runs * 3)


def first(options, data):
    """A run with an empty state beside one that knows its inputs."""
    gtm, _ = commands(options, data, options.job_leads, "first")
    measure(gtm)
    fresh = f'rm -rf "$1"; shift; exec "$@"'
    side_by_side(f"monthly report of {options.job_leads:,} leads, inputs known and new",
                 {"known": gtm, "new": ["sh", "-c", fresh, "sh", data / "state-first", *gtm]}, options.runs)


def more_leads(folder, target, rows=100_000):
    """The files of a folder by their names, and one of leads: half are others of the same ids, half are new."""
    target.mkdir(exist_ok=True)
    for file in folder.iterdir():
        if not (target / file.name).exists():
            os.link(file, target / file.name)
    new = target.parent / f"{target.name}.csv"
    if new.exists():
        return new
    with open(folder / "leads.csv", newline="") as known, open(new, "w", newline="") as out:
        reader, writer = csv.reader(known), csv.writer(out)
        header = next(reader)
        writer.writerow(header)
        every = max(1, sum(1 for _ in csv.reader(open(folder / "leads.csv", newline=""))) // (rows // 2))
        amount, channel, written = header.index("amount"), header.index("channel"), 0
        for number, row in enumerate(reader):
            if number % every or written >= rows // 2:
                continue
            row[amount], row[channel] = str(number % 9000), "partner"
            writer.writerow(row)
            writer.writerow([f"N{number:010}"] + row[1:])
            written += 1
    return new


def report_with_added(options, data, leads, name, runs):
    """Files that are known and a new one."""
    folder = data / f"inbox-{leads}-added"
    new = more_leads(inbox(data, leads), folder)
    drop = folder / "new leads.csv"  # Without a date in its name it is as new as it came: its rows take the place of the others.
    ways = {kind: pipeline(data, f"{name}-{kind.split()[0]}", folder, more)
            for kind, more in (("remembered", ""), ("read anew", ANEW), ("empty state", ""))}
    run = lambda kind, state: [options.gtm, "run", ways[kind], "--as-of", AS_OF, "--quiet", "--replace", "--state", state]
    drop.unlink(missing_ok=True)
    time.sleep(11)  # What was written a moment ago is not known again.
    base = {kind: data / f"state-{name}-{kind.split()[0]}" for kind in ("remembered", "read anew")}
    for kind, state in base.items():
        shutil.rmtree(state, ignore_errors=True)
        measure(run(kind, state))
        measure(run(kind, state))
    results = {kind: [] for kind in ways}
    for turn in range(runs):
        for kind in ways:
            state = data / f"state-{name}-turn"
            shutil.rmtree(state, ignore_errors=True)
            if kind in base:
                shutil.copytree(base[kind], state)
            shutil.copyfile(new, drop)
            os.sync()
            results[kind].append(measure(run(kind, state)))
            drop.unlink()
    print(f"\nmonthly report of {leads:,} leads that are known and 100,000 new rows, {runs} runs in turn")
    print(f"{'':24}{'median s':>10}{'least s':>10}{'most s':>10}{'processor s':>13}{'peak MiB':>10}")
    for kind, found in results.items():
        seconds = [r["seconds"] for r in found]
        print(f"{kind:24}{statistics.median(seconds):10.3f}{min(seconds):10.3f}{max(seconds):10.3f}"
              f"{statistics.median(r['processor'] for r in found):13.2f}{max(r['peak'] for r in found) / 2**20:10.0f}")
    size = sum(file.stat().st_size for file in (base["remembered"] / "readings").iterdir())
    print(f"kept readings take {size / 2**20:,.0f} MiB, the files {sum(f.stat().st_size for f in folder.iterdir()) / 2**20:,.0f} MiB")
    for file in ("metrics.csv", "movements.csv", "cohorts.csv", "explanations.csv"):
        tables = [(data / "reports" / way.stem / "latest" / file).read_bytes() for way in ways.values()]
        if any(table != tables[0] for table in tables):
            sys.exit(f"{file} differs where something is remembered")


def added(options, data):
    report_with_added(options, data, options.job_leads, "added", options.runs)


def added_large(options, data):
    report_with_added(options, data, options.job_leads * 10, "added-large", max(1, options.runs // 2))


def little(options, data):
    """A run within the least memory that can be asked for."""
    gtm, _ = commands(options, data, options.job_leads, "roomy")
    limited, _ = commands(options, data, options.job_leads, "little", "memory_limit: 64MiB\n")
    for command in (gtm, limited):
        measure(command)
    side_by_side(f"monthly report of {options.job_leads:,} leads, without a limit and within 64 MiB",
                 {"no limit": gtm, "64 MiB": limited}, options.runs)
    for name in ("metrics.csv", "movements.csv", "cohorts.csv", "explanations.csv"):
        one, other = ((data / "reports" / run / "latest" / name).read_bytes() for run in ("roomy", "little"))
        if one != other:
            sys.exit(f"{name} differs where memory is short")


def start(options, data):
    """The start of the program."""
    side_by_side("the start of the program", {"gtm --version": [options.gtm, "--version"], "true": ["true"]}, 20)


def workbook(options, data):
    """The workbook beside the library's own time for the very same calls, which is what a C program takes that makes them."""
    library = data / "calls.so"
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-x", "c", "-o", library, "-", "-ldl"], input=calls.source(), text=True, check=True)
    for name, leads in (("small", options.small_leads), ("job", options.job_leads)):
        gtm, _ = commands(options, data, leads, name)
        measure(gtm)
        told = data / "calls.txt"
        counted = ["env", f"LD_PRELOAD={library}", f"XLSX_CALLS={told}", *gtm]
        whole, within = [], []
        for turn in range(options.runs * 2 + 1):
            told.unlink(missing_ok=True)
            measure(counted)
            within.append(float(told.read_text()))
            measure(gtm)
            run = json.loads((data / "reports" / name / "latest/run.json").read_text())
            stages = {stage["stage"]: stage for stage in run["stages"]}
            # What is to be written is found first, by a step of its own; then the workbook is what takes longest.
            whole.append(stages["render"]["milliseconds"])
        own, inside = map(statistics.median, (whole, within))
        print(f"\nthe workbook of the report of {leads:,} leads, {len(within)} runs, medians, beside the other files of the report")
        print(f"gtm {own:.1f} ms; within the library, as a C program with the same calls, {inside:.1f} ms: {own / inside:.2f} times")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", default=["read", "job", "small", "start", "workbook"],
                        metavar="read|job|large|files|small|little|first|added|added-large|start|workbook")
    parser.add_argument("--read-leads", type=int, default=9_500_000)
    parser.add_argument("--job-leads", type=int, default=1_000_000)
    parser.add_argument("--small-leads", type=int, default=2_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--gtm", default=".build/release/gtm")
    parser.add_argument("--typed-read", default=".build/release/TypedRead")
    parser.add_argument("--data", default=".build/bench")
    options = parser.parse_args()
    data = pathlib.Path(options.data).resolve()
    data.mkdir(parents=True, exist_ok=True)
    for what in options.what:
        {"read": read, "job": job, "large": large, "small": small, "first": first, "little": little, "start": start, "workbook": workbook,
         "files": files, "added": added, "added-large": added_large}[what](options, data)


if __name__ == "__main__":
    main()
