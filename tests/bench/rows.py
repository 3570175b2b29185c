"""What is measured, a function a group of rows. Values and floors are taken in turn, and are medians."""

import json
import statistics
import subprocess
import time

from histories import LAST_DAY, TODAY
from programs import PATIENCE, Window, loopback_bytes, resident
from table import Row, at_most, plus, times

RUNS = 5
CHECK_INS = 21
IDLE_SECONDS = 60
SCREENS = 4000  # What ten years fill at least: one fills some 555.
SETTLING = 2.0  # Seconds, until a program that has started is at rest.
HERE, THERE = "127.0.0.1:61500", "127.0.0.1:61501"
FIRST_FREE_DAY = 2  # 2101-01-02: nobody has written anything for it.


def median(values):
    return statistics.median(values)


def free_day(number):
    """The number-th day after the history, as text; there are some fifty before today."""
    day = FIRST_FREE_DAY + number
    return f"2101-01-{day:02}" if day <= 31 else f"2101-02-{day - 31:02}"


class Bench:
    def __init__(self, place, histories, years):
        self.place = place
        self.histories = histories
        self.years = years  # of the flat rows, shortest first

    # --- Starting, unlocking, memory

    def starts(self, vault, runs=RUNS):
        """Milliseconds of so many starts, each of Mend and of the bare program, after one of each that doesn't count."""
        mend, bare = [], []
        for _ in range(runs + 1):
            bare.append(self.place.start_time("floor_window"))
            mend.append(self.place.start_time("mend", "--data-dir", vault, "--no-multicast"))
        return mend[1:], bare[1:]

    def start(self):
        mend, bare = self.starts(self.histories.of(10) / "a", 2 * RUNS)
        yield Row("start to visible unlock page", median(mend), "ms", times(2), median(bare))

    def unlocked(self, vault):
        """On the last day of the history, which both have written in."""
        with Window(self.place, LAST_DAY, vault, "--listen", HERE) as window:
            took = window.unlock()
            time.sleep(SETTLING)
            return took, window.resident()

    def bare_memory(self):
        program = subprocess.Popen([str(self.place.bin / "floor_window")], env=self.place.env)
        time.sleep(SETTLING)
        try:
            return resident(program.pid)
        finally:
            program.terminate()
            program.wait()

    def unlock(self):
        vault = self.place.copy(self.histories.of(10) / "a", "unlock")
        unlocks, argon2, memory, bare = [], [], [], []
        for _ in range(RUNS):
            argon2 += self.place.numbers("floor_argon2")
            took, resides = self.unlocked(vault)
            unlocks.append(took)
            memory.append(resides)
            bare.append(self.bare_memory())
        yield Row("resident memory after unlock, ten years", median(memory), "MiB", times(2.5), median(bare))
        yield Row("unlock to Today, ten years", median(unlocks), "ms", plus(100, "ms"), median(argon2))

    # --- Two computers

    def pair(self, years, first="a", second="b"):
        """Two windows on copies of the two vaults, the first of them unlocked."""
        history = self.histories.of(years)
        one = Window(self.place, TODAY, self.place.copy(history / first, "one"), "--listen", HERE, "--peer", THERE)
        two = Window(self.place, TODAY, self.place.copy(history / second, "two"), "--listen", THERE, "--peer", HERE)
        one.unlock()
        return one, two

    def check_in_times(self, years):
        """Milliseconds from saving a check-in to its being in the other's model."""
        one, two = self.pair(years)
        took = []
        with one, two:
            two.unlock()
            two.wait_in_step()
            one.wait_in_step()
            for window in (one, two):
                window.ask("page timeline", "paged")
            time.sleep(SETTLING)
            for number in range(CHECK_INS + 1):
                day = free_day(number)
                saved = int(one.ask(f"checkin {day}", "saved")[0])
                said, shown = two.hear("shown", 30)
                if said != day:
                    raise RuntimeError(f"{said} was shown, not {day}")
                took.append((int(shown) - saved) / 1e6)
                time.sleep(0.3)
        return took[1:]

    def echo_times(self):
        folder = self.place.fresh("echo")
        folder.mkdir()
        return self.place.numbers("floor_echo", folder, CHECK_INS + 1)[1:]

    def check_in(self):
        echo = self.echo_times()
        took = self.check_in_times(10)
        echo += self.echo_times()
        yield Row("a saved check-in to visible in the other's model", median(took), "ms", times(4), median(echo))

    def first_sync_once(self):
        """Seconds until both hold everything, and what the receiver's window did meanwhile."""
        one, two = self.pair(10, second="b-new")
        with one, two:
            mine, theirs, _ = one.held()
            two.unlock()
            since = time.monotonic()
            two.tell("frames")
            two.wait_in_step(theirs, mine)
            took = time.monotonic() - since
            return took, [float(each) for each in two.ask("framed", "frames")]

    def insert_time(self, records, at_once):
        milliseconds, = self.place.numbers("floor_insert", records, self.place.fresh("insert.db"), at_once)
        return milliseconds / 1000

    def first_sync(self):
        records = self.place.fresh("records")
        at_once, = self.place.numbers("bench_records", self.place.copy(self.histories.of(10) / "a", "read"), records)
        took, inserts, worst = [], [], []
        for _ in range(RUNS):
            inserts.append(self.insert_time(records, int(at_once)))
            seconds, (_, _, _, latest) = self.first_sync_once()
            took.append(seconds)
            worst.append(latest)
        yield Row("first sync of ten years into an empty partner", median(took), "s", times(4), median(inserts))
        yield Row("the same: latest frame of the receiver's window", max(worst), "ms", at_most(100, "ms"))

    # --- Reading

    def readings(self, years):
        """What Google Benchmark makes of single reads: {"page": {"median": …, "p99": …}, …} in milliseconds."""
        vault = self.histories.of(years) / "a"
        said = subprocess.run([str(self.place.bin / "bench_reading"), str(vault), TODAY, "--benchmark_format=json"],
                              env=self.place.env, check=True, stdout=subprocess.PIPE, timeout=PATIENCE).stdout
        read = {}
        for each in json.loads(said)["benchmarks"]:
            name = each["run_name"].split("/")[0]
            read.setdefault(name, {})[each["aggregate_name"]] = each["real_time"]
        return read

    def reading(self):
        runs = [self.readings(10) for _ in range(RUNS)]
        for kind, name in (("page", "timeline page (50 entries) anywhere, p99"), ("search", "search, p99"),
                           ("strip", "year strip, p99")):
            yield Row(name, median([run[kind]["p99"] for run in runs]), "ms", at_most(5, "ms"))

    def scroll(self):
        p99 = []
        for _ in range(RUNS):
            vault = self.place.copy(self.histories.of(10) / "a", "scroll")
            with Window(self.place, TODAY, vault, "--listen", HERE) as window:
                window.unlock()
                window.ask("page timeline", "paged")
                p99.append(window.scroll(SCREENS))
        yield Row("scrolling the timeline through ten years, p99 a frame", median(p99), "ms", at_most(16, "ms"))

    # --- Idle

    def idle(self):
        one, two = self.pair(10)
        with one, two:
            two.unlock()
            two.wait_in_step()
            one.wait_in_step()
            time.sleep(10 * SETTLING)
            before = one.cpu(), two.cpu()
            sent = loopback_bytes()
            time.sleep(IDLE_SECONDS)
            sent = loopback_bytes() - sent
            used = max(one.cpu() - before[0], two.cpu() - before[1])
        yield Row("idle, paired and connected, 60 s: of a core", 100 * used / IDLE_SECONDS, "%", at_most(0.2, "%"))
        yield Row("idle, paired and connected, 60 s: on the wire", sent / IDLE_SECONDS, "B/s", at_most(200, "B/s"))

    # --- Longer and longer histories

    def light_unlocks(self, years):
        """Unlocking without what Argon2id costs, which is the same for any history."""
        vault = self.place.copy(self.histories.of(years) / "a", "light")
        subprocess.run([str(self.place.bin / "bench_light_key"), str(vault)], check=True)
        return [self.unlocked(vault)[0] for _ in range(RUNS + 1)][1:]

    def flat_rows(self, name, measured, unit="ms"):
        for before, after in zip(self.years, self.years[1:]):
            yield Row(f"{name}, {before} to {after} years", measured[after], unit, times(1.3), measured[before])

    def flat(self):
        def per(measure):
            return {years: median(measure(years)) for years in self.years}

        yield from self.flat_rows("start", per(lambda years: self.starts(self.histories.of(years) / "a")[0]))
        yield from self.flat_rows("unlock without Argon2id", per(self.light_unlocks))
        yield from self.flat_rows(
            "timeline page", per(lambda years: [self.readings(years)["page"]["median"] for _ in range(RUNS)]))
        yield from self.flat_rows("sync of one record", per(self.check_in_times))

    def groups(self):
        """Every group of rows, by the name it is chosen by."""
        return {"start": self.start, "unlock": self.unlock, "check-in": self.check_in, "first-sync": self.first_sync,
                "reading": self.reading, "scroll": self.scroll, "idle": self.idle, "flat": self.flat}
