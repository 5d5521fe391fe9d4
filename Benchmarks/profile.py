#!/usr/bin/env python3
"""Writes what the compiler takes from runs of the program, so that what is asked often is laid out for that: Benchmarks/swift-VERSION.profdata.

The program counts how often each branch is taken (`make profile` builds it so). It is run on the sample company's reports, on an invented company
with quotes, line breaks, offsets and deals in three files, and on a plain one in one file; none of it is what is measured.

usage: profile.py --gtm PATH --merge PATH --out FILE [--leads 200000]
"""
import argparse, os, pathlib, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT / "Tests" / "Engines"))
import invented


def companies(folder, leads):
    """The pipeline files of an invented and of a plain company, with their as-of dates."""
    odd = folder / "odd"
    as_of = invented.company(str(odd), leads // 4, seed=11, with_deals=True)
    text = (odd / "pipeline.txt").read_text(encoding="utf-8")
    (odd / "odd.yml").write_text(f"reports: {odd}/reports\nstate: {odd}/state\n{text}", encoding="utf-8")
    yield odd / "odd.yml", as_of
    for count in (leads, leads // 100):
        plain = folder / f"plain-{count}"
        subprocess.run([sys.executable, HERE / "peers/generate.py", str(count), plain / "inbox"], check=True, stdout=subprocess.DEVNULL)
        (plain / "plain.yml").write_text(
            "grain: month\nperiods: 12\ninbox: inbox\nreports: reports\nstate: state\ndimensions: [channel, segment]\n", encoding="utf-8")
        yield plain / "plain.yml", "2026-10-31"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gtm", required=True, help="the program that counts")
    parser.add_argument("--merge", required=True, help="llvm-profdata of the same compiler")
    parser.add_argument("--out", required=True)
    parser.add_argument("--leads", type=int, default=200_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        counted = dict(os.environ, LLVM_PROFILE_FILE=str(folder / "counts-%p.profraw"))

        def run(pipeline, as_of, *more):
            subprocess.run([options.gtm, "run", pipeline, "--as-of", as_of, "--quiet", *more], check=True, env=counted)

        for pipeline, as_of in companies(folder, options.leads):
            for _ in range(2):                                          # first with an empty state, then with one that knows the files
                run(pipeline, as_of, "--replace")
        for name in ("weekly", "quarterly"):
            run(ROOT / "pipelines" / f"{name}.yml", "2026-11-15", "--reports", folder / "reports", "--state", folder / "state")
        subprocess.run([options.merge, "merge", "-sparse", "-o", options.out, *sorted(folder.glob("*.profraw"))], check=True)
    print(f"{options.out}: {os.path.getsize(options.out):,} bytes")


if __name__ == "__main__":
    main()
