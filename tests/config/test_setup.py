from __future__ import annotations

import io
import logging

from streekwerk.config.setup import set_up


def test_what_libraries_log_to_stays_open() -> None:
    stream = io.StringIO()

    class Closing(logging.StreamHandler[io.StringIO]):
        """Closes its stream with itself, as the solvers' log handler does."""

        def close(self) -> None:
            self.stream.close()
            super().close()

    handler = Closing(stream)
    set_up()
    assert not stream.closed
    handler.close()
    assert stream.closed
