"""A cluster of Spark on the loopback, one master and two workers as processes of their own: the sample and an invented company with deals
must come out as without it, also when a worker is killed while it works; and what can go wrong with a cluster must end a run in time, in words.

    SPARK_HOME=… python3 cluster.py --gtm PATH [--leads 20000] [--sample DIR]
"""

import argparse
import concurrent.futures
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

import engines
import invented

HOME = os.environ["SPARK_HOME"]


def free_port():
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        return own.getsockname()[1]


class Cluster:
    """A master and its workers; all that it began ends with it."""

    def __init__(self, folder, workers=2):
        self.folder, self.workers, self.pages = folder, {}, {}
        self.port, self.ui = free_port(), free_port()
        self.environment = dict(os.environ, SPARK_LOCAL_IP="127.0.0.1", SPARK_NO_DAEMONIZE="1", SPARK_DAEMON_MEMORY="256m",
                                SPARK_WORKER_DIR=os.path.join(folder, "work"), SPARK_LOCAL_DIRS=os.path.join(folder, "local"))
        self.master = self.start("master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", str(self.port),
                                 "--webui-port", str(self.ui))
        self.wait("the master", lambda: self.state() is not None)
        for number in range(workers):
            self.pages[number] = free_port()
            self.workers[number] = self.start("worker%d" % number, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1",
                                              "--cores", "1", "--memory", "1g", "--webui-port", str(self.pages[number]), self.url)
        self.wait("the workers", lambda: len([w for w in self.state()["workers"] if w["state"] == "ALIVE"]) == workers)

    @property
    def url(self):
        return "spark://127.0.0.1:%d" % self.port

    def start(self, name, *arguments):
        with open(os.path.join(self.folder, name + ".log"), "w", encoding="utf-8") as log:
            return subprocess.Popen([os.path.join(HOME, "bin", "spark-class")] + list(arguments), stdout=log, stderr=log,
                                    env=self.environment, start_new_session=True)

    @staticmethod
    def ask(port, path):
        """What a page of the cluster says as JSON; nothing where it is not there."""
        try:
            with urllib.request.urlopen("http://127.0.0.1:%d/%s" % (port, path), timeout=5) as answer:
                return json.load(answer)
        except (OSError, ValueError):
            return None

    def state(self):
        return self.ask(self.ui, "json/")

    def at_work(self, page):
        """A worker whose executor has tasks right now, as the application on a page says; None where there is none."""
        for application in self.ask(page, "api/v1/applications") or []:
            busy = {e["id"] for e in self.ask(page, "api/v1/applications/%s/executors" % application["id"]) or [] if e["activeTasks"]}
            for number in self.workers:
                if busy & {str(e["id"]) for e in (self.ask(self.pages[number], "json/") or {}).get("executors", [])}:
                    return number
        return None

    @staticmethod
    def wait(what, condition, seconds=90):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return
            time.sleep(0.1)
        raise SystemExit("%s did not come within %d s" % (what, seconds))

    def launch(self, *more, master=None, page=None):
        shown = ["--conf", "spark.ui.port=%d" % page] if page else ["--conf", "spark.ui.enabled=false"]
        return [os.path.join(HOME, "bin", "spark-sql"), "--master", master or self.url, *shown, "--conf", "spark.sql.shuffle.partitions=4", "--conf", "spark.executor.memory=700m", "--driver-memory", "700m",
                *more, "-f", "{sql}"]

    def kill_worker(self, number):
        """Kills a worker with its executors, which are of its process group."""
        os.killpg(self.workers.pop(number).pid, signal.SIGKILL)

    def stop(self):
        for process in [*self.workers.values(), self.master]:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()


class Checks:
    def __init__(self, gtm, root):
        self.gtm, self.root, self.failed = gtm, root, 0

    def tell(self, what, wrong, seconds):
        self.failed += bool(wrong)
        print("%-50s %6.1f s  %s" % (what, seconds, "; ".join(wrong) if wrong else "as it should be"), flush=True)

    def same(self, what, folder, text, as_of, engine):
        wrong, times = engines.compare(self.gtm, folder, text, as_of, engine)
        self.tell(what, wrong, times[-1])

    def local(self, folder, text, as_of):
        """Has a report made without the engine, where there is none."""
        if not engines.published(folder, "local"):
            outcome, _ = engines.run(self.gtm, engines.pipeline(folder, "local", text, None), as_of)
            if outcome.returncode != 0:
                raise SystemExit(outcome.stderr)

    def fails(self, what, name, folder, text, as_of, engine, status, words, within):
        """The last report, made without the engine, must stand."""
        shutil.copytree(os.path.join(folder, "local"), os.path.join(folder, name), symlinks=True)
        path = engines.pipeline(folder, name, text, engine)
        place = os.path.join(folder, name, "reports", "p", "latest", "metrics.csv")
        with open(place, encoding="utf-8") as file:
            before = file.read()
        outcome, seconds = engines.run(self.gtm, path, as_of)
        wrong = [] if outcome.returncode == status else ["status %d" % outcome.returncode]
        wrong += [] if words in outcome.stderr else ["it said: " + outcome.stderr[-800:]]
        wrong += [] if seconds < within else ["it took too long"]
        with open(place, encoding="utf-8") as file:
            wrong += [] if file.read() == before else ["the last report does not stand"]
        self.tell(what, wrong, seconds)

    def killed(self, cluster, folder, text, as_of, engine):
        """A worker is killed while tasks run on it."""
        page = free_port()
        path = engines.pipeline(folder, "engine", text, dict(engine, launch=cluster.launch(page=page)))
        for old in ("reports", "state"):
            shutil.rmtree(os.path.join(folder, "engine", old), ignore_errors=True)
        begin = time.monotonic()
        process = subprocess.Popen([self.gtm, "run", path, "--as-of", as_of, "--quiet"], stderr=subprocess.PIPE, text=True)
        busy = []
        cluster.wait("a task", lambda: busy.append(cluster.at_work(page)) or busy[-1] is not None, 400)
        cluster.kill_worker(busy[-1])
        wrong = [] if process.poll() is None else ["the run had ended before the worker was killed"]
        errors = process.communicate()[1]
        wrong += [] if process.returncode == 0 else ["status %d: %s" % (process.returncode, errors[-1500:])]
        wrong += [] if wrong else engines.differing(folder)
        self.tell("a worker is killed while it works", wrong, time.monotonic() - begin)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gtm", required=True)
    parser.add_argument("--leads", type=int, default=20000)
    parser.add_argument("--sample")
    options = parser.parse_args()
    root = tempfile.mkdtemp(prefix="gtm-cluster-")
    checks = Checks(os.path.abspath(options.gtm), root)
    cluster = Cluster(root)
    try:
        engine = {"kind": "spark", "launch": cluster.launch(), "limit": "20m"}
        folder = os.path.join(root, "invented")
        os.makedirs(folder)
        as_of = invented.company(folder, options.leads, with_deals=True)
        with open(os.path.join(folder, "pipeline.txt"), encoding="utf-8") as file:
            text = file.read()
        if options.sample:
            sample = os.path.join(root, "sample")
            os.makedirs(sample)
            checks.same("the sample company", sample, "grain: week\ncurrency: USD\ninbox: %s\n" % os.path.abspath(options.sample),
                        "2026-11-15", engine)
        if options.leads > 20000 or not options.sample:
            checks.same("%d leads" % options.leads, folder, text, as_of, engine)
        checks.local(folder, text, as_of)
        checks.killed(cluster, folder, text, as_of, engine)

        with open(os.path.join(root, "refused.sql"), "w", encoding="utf-8") as file:
            file.write("SELECT no_such_column FROM nowhere;\n")

        def changing(what):
            """The launcher of the cluster with a script that is changed first."""
            return ["sh", "-c", "sed -i '%s' \"$0\" && exec \"$@\"" % what, "{sql}", *cluster.launch()]

        small = os.path.join(root, "small")
        os.makedirs(small)
        as_of = invented.company(small, 300, with_deals=True)
        checks.local(small, text, as_of)
        # Mostly they wait, so they do it side by side.
        cases = [
            ("the launcher is not installed", ["no-such-spark", "{sql}"], 78, "pip install pyspark, with Java 17", "60s", None),
            ("no master is there", cluster.launch(master="spark://127.0.0.1:%d" % free_port()), 74, "engine: ", "6m", None),
            ("no executors are granted", cluster.launch("--conf", "spark.executor.memory=50g"), 74,
             "the engine did not end within 45 s", "45s", None),
            ("SQL is refused", [*cluster.launch()[:-1], os.path.join(root, "refused.sql"), "{sql}"], 74, "SQLSTATE", "6m", None),
            ("a path is missing for the engine", changing("s#/inbox/#/elsewhere/#g"), 74, "[PATH_NOT_FOUND]", "6m", None),
            ("the engine cannot write its answers", changing('1i INSERT OVERWRITE DIRECTORY "/proc/gtm/rows" USING csv SELECT 1 AS a;'), 74,
             "may not write to the folder", "6m", None),
            ("the folder of answers cannot be made", cluster.launch(), 73, "cannot", "60s", os.path.join(root, "refused.sql", "work")),
        ]
        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            tried = []
            for number, (what, launch, status, words, limit, work) in enumerate(cases):
                own = dict(engine, launch=launch, limit=limit, **({"work": work} if work else {}))
                tried.append(pool.submit(checks.fails, what, "failing-%d" % number, small, text, as_of, own, status, words,
                                         {"60s": 60, "45s": 150, "6m": 480}[limit]))
            for trial in tried:
                trial.result()
    finally:
        cluster.stop()
        shutil.rmtree(root, ignore_errors=True)
    sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
