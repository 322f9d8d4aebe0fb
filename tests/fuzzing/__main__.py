"""Feeds the readers with broken files and records what they let out that is no ``InputError``.

Run it with ``python -m tests.fuzzing --minutes 30 --finds FOLDER``; ``--formats pdf rtf`` limits it to some readers,
``--seed 1`` gives other files. With ``atheris`` installed (``pip install atheris``; it is no dependency) a fuzzer that
looks for new branches steers it, otherwise files are changed blindly; ``--blind`` forces that. Every format gets a
process of its own and a share of the time. A find is a file that raises anything else than ``InputError`` or takes more
than ten seconds of CPU time; of finds that come from one line of code, one is kept. The last line of each format is a
JSON record of the executions, of how the files ended, and of the finds. Each find becomes a test of the reader.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import os
import random
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from matcher.domain.document import Format
from matcher.errors import InputError
from tests.fuzzing.mutations import mutate

# Shares of the time: the readers whose libraries are ours the least get the most.
_SHARES = {
    Format.PDF: 10,
    Format.DOCX: 5,
    Format.ODT: 3,
    Format.RTF: 4,
    Format.HTML: 3,
    Format.JSON_RESUME: 2,
    Format.MARKDOWN: 1,
    Format.TEXT: 2,
}
_SLOW_SECONDS = 10.0


class _TooSlowError(BaseException):
    """Taken by no handler of a reader."""


class _Target:
    """Runs one reader and remembers how it went."""

    def __init__(self, file_format: Format, finds: Path, seconds: float) -> None:
        from matcher.parsing.dispatch import read_file
        from matcher.parsing.limits import Limits

        self.read = read_file
        self.limits = Limits()
        self.format = file_format
        self.finds = finds
        self.until = time.monotonic() + seconds
        self.ends: Counter[str] = Counter()
        self.found: dict[str, str] = {}
        self.slowest = 0.0

    def run(self, data: bytes) -> None:
        """Read one file."""
        started = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, _SLOW_SECONDS)
        try:
            self.read(data, self.format, self.limits)
            self.ends["read"] += 1
        except InputError as error:
            self.ends[str(error.code)] += 1
        except (Exception, _TooSlowError) as error:  # all else is what we look for
            self._keep(data, error)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self.slowest = max(self.slowest, time.process_time() - started)

    def _keep(self, data: bytes, error: BaseException) -> None:
        self.ends["find"] += 1
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"
        if place in self.found:
            return
        name = f"{self.format}-{hashlib.sha256(data).hexdigest()[:12]}"
        self.found[place] = name
        (self.finds / name).write_bytes(data)
        (self.finds / f"{name}.txt").write_text("".join(traceback.format_exception(error))[-6_000:], encoding="utf-8")

    def record(self, engine: str) -> str:
        """Return what happened, as one line."""
        facts = {"format": self.format, "engine": engine, "executions": sum(self.ends.values())}
        return json.dumps({**facts, "ends": self.ends, "slowest": round(self.slowest, 2), "finds": self.found})


def _run_blindly(target: _Target, sound: list[bytes], odd: list[bytes], rng: random.Random) -> None:
    pool = [*sound, *odd]
    for data in pool[:]:
        target.run(data)
    while time.monotonic() < target.until:
        before = len(target.ends)
        data = mutate(rng.choice(pool), target.format, sound, rng)
        target.run(data)
        # A file that ended in a new way, and some others, are changed further.
        if len(target.ends) > before or rng.random() < 0.002:
            pool.append(data)


def _run_steered(target: _Target, sound: list[bytes], odd: list[bytes], options: argparse.Namespace) -> None:
    import atheris

    folder = options.finds / "corpus" / target.format
    folder.mkdir(parents=True, exist_ok=True)
    for data in (*sound, *odd):
        (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)

    def change(data: bytes, most: int, number: int) -> bytes:
        return mutate(data, target.format, sound, random.Random(number))[:most]  # noqa: S311

    def run(data: bytes) -> None:
        target.run(data)
        if time.monotonic() >= target.until:
            print(target.record("atheris"), flush=True)
            os._exit(0)

    settings = ["-timeout=120", "-max_len=60000", "-rss_limit_mb=3000", f"-seed={options.seed}", "-verbosity=0"]
    settings += [f"-artifact_prefix={options.finds}/", str(folder)]
    atheris.Setup([sys.argv[0], *settings], run, custom_mutator=change)
    atheris.Fuzz()


def _has_atheris() -> bool:
    try:
        import atheris  # noqa: F401
    except ImportError:
        return False
    return True


def _fuzz(options: argparse.Namespace) -> None:
    """Fuzz one reader; it is imported here and not above, because the fuzzer instruments what it imports."""
    file_format = Format(options.one)
    logging.disable(logging.CRITICAL)
    signal.signal(signal.SIGVTALRM, _stop)
    steered = not options.blind and _has_atheris()
    if steered:
        import atheris

        with atheris.instrument_imports(include=["matcher.parsing", "pdfminer"]):
            import matcher.parsing.dispatch  # noqa: F401
    from tests.fuzzing.seeds import odd_seeds, sound_seeds

    sound, odd = sound_seeds(file_format), odd_seeds(file_format)
    target = _Target(file_format, options.finds, options.minutes * 60)
    if steered:
        _run_steered(target, sound, odd, options)
        return
    _run_blindly(target, sound, odd, random.Random(f"{options.seed}{file_format}"))  # noqa: S311
    print(target.record("blind"), flush=True)


def _stop(_number: int, _frame: object) -> None:
    raise _TooSlowError


def main() -> None:
    """Run each format in a process of its own, so that memory of one does not count for the next."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--formats", nargs="*", default=[str(name) for name in _SHARES])
    parser.add_argument("--finds", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--blind", action="store_true")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.finds.mkdir(parents=True, exist_ok=True)
    if options.one:
        _fuzz(options)
        return
    shares = {name: _SHARES[Format(name)] for name in options.formats}
    for name, share in shares.items():
        minutes = options.minutes * share / sum(shares.values())
        passed = ["--minutes", str(minutes), "--finds", str(options.finds), "--seed", str(options.seed)]
        passed += ["--blind"] if options.blind else []
        command = [sys.executable, "-m", "tests.fuzzing", *passed, "--one", name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
        print(lines[-1] if lines else json.dumps({"format": name, "died": done.stderr[-3_000:]}), flush=True)


if __name__ == "__main__":
    main()
