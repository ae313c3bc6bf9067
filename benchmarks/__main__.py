"""``make bench``: list the benchmarks and run those asked for, or all.

``python -m benchmarks`` runs everything; ``python -m benchmarks published peers`` some.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def names() -> list[str]:
    """Return the benchmarks of this folder: every module with a ``main``."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return [f.stem for f in files if "\ndef main() -> None:" in f.read_text(encoding="utf-8")]


def main() -> None:
    """Run the benchmarks named on the command line, or all of them in turn."""
    known = [name for name in names() if name not in {"__main__", "peer"}]
    asked = sys.argv[1:] or known
    sys.argv = sys.argv[:1]
    failed = []
    for name in asked:
        if name not in known:
            sys.exit(f"No benchmark {name!r}; known: {', '.join(known)}")
        module = import_module(f"benchmarks.{name}")
        print(f"\n== {name}: {(module.__doc__ or '').splitlines()[0]}", flush=True)
        try:
            module.main()
        except SystemExit as stopped:
            print(stopped)
            failed.append(name)
    if failed:
        sys.exit(f"Not as it should be, or not possible here: {', '.join(failed)}")


if __name__ == "__main__":
    main()
