"""What locust runs: caseworkers who read, think, and read on. Started by ``benchmarks.load``."""

from __future__ import annotations

import json
import os
import random
import re
from itertools import cycle
from pathlib import Path

import requests
from locust import HttpUser, between, events, task
from locust.env import Environment

GOAL = 300.0
THINKING = (3.0, 8.0)
VISITORS = cycle(json.loads(Path(os.environ["STREEKWERK_VISITORS"]).read_text(encoding="utf-8")))
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Caseworker(HttpUser):
    """One caseworker, who thinks three to eight seconds over every page."""

    wait_time = between(*THINKING)

    def on_start(self) -> None:
        """Sign in, outside of what is measured."""
        visitor = next(VISITORS)
        self.pages = visitor["pages"]
        self.weights = [page["weight"] for page in self.pages]
        door = f"{self.host}/wie-bent-u/"
        with requests.Session() as session:
            token = _TOKEN.search(session.get(door, timeout=60).text)
            assert token is not None
            form = {"csrfmiddlewaretoken": token[1], "person": visitor["user"]}
            answer = session.post(door, form, headers={"Referer": door}, timeout=60)
            answer.raise_for_status()
            self.client.cookies.update(session.cookies)

    @task
    def read(self) -> None:
        """Ask for one page; anything but that page itself is an error."""
        page = random.choices(self.pages, self.weights)[0]
        with self.client.get(
            page["path"], name=page["name"], allow_redirects=False, catch_response=True
        ) as answer:
            if answer.status_code != 200:
                answer.failure(f"status {answer.status_code} {answer.error or ''}")


@events.quitting.add_listener
def report(environment: Environment, **_more: object) -> None:
    """Print every page and say with the exit code whether the goal was reached."""
    stats, slow = environment.stats, []
    print(f"{'page':22}{'asked':>7}{'errors':>8}{'p50':>8}{'p95':>8}{'max':>8}  (ms)")
    for entry in (*sorted(stats.entries.values(), key=lambda each: each.name), stats.total):
        # locust rounds its percentiles to ten above a hundred, and to two figures above 1,000
        p95 = entry.get_response_time_percentile(0.95)
        line = (entry.get_response_time_percentile(0.5), p95, entry.max_response_time)
        figures = "".join(f"{each:8.0f}" for each in line)
        missed = p95 > GOAL
        slow += [entry.name] * missed
        flag = "  over the goal" if missed else ""
        print(f"{entry.name:22}{entry.num_requests:7}{entry.num_failures:8}{figures}{flag}")
    print(f"{stats.total.total_rps:.1f} requests a second")
    for error in stats.errors.values():
        print(f"{error.occurrences} x {error.name}: {error.error}")
    good = not slow and not stats.total.num_failures and stats.total.num_requests
    environment.process_exit_code = 0 if good else 1
