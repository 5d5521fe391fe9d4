"""The system calls that a program makes, to kill it at each."""

import collections
import re
import subprocess


def can_trace():
    try:
        return subprocess.run(["strace", "-f", "-e", "trace=none", "true"], capture_output=True).returncode == 0
    except OSError:
        return False


def places(trace):
    """Every call, with its number among those of its kind in the thread that makes most of them: strace counts by thread."""
    counts = collections.Counter()
    with open(trace, encoding="utf-8", errors="replace") as file:
        for line in file:
            found = re.match(r"(\d+) +(\w+)\(", line)
            if found:
                counts[found.groups()] += 1
    most = collections.Counter()
    for (_, call), count in counts.items():
        most[call] = max(most[call], count)
    return [(call, number) for call in sorted(most) for number in range(1, most[call] + 1)]
