"""What happened with a group of people, against what happened with people like them. Pure.

For looking back on one's own work, and for nothing else: there is no function here that
puts groups in an order, and one group is compared with the others together, never with
another one.

>>> import numpy as np
>>> from streekwerk.evidence.casemix import Cases, against_others
>>> rng = np.random.default_rng(1)
>>> age = rng.uniform(20, 60, 400)
>>> worked = (rng.random(400) < 0.3).astype(float)
>>> found = against_others(Cases({"age": age}, worked), np.arange(400) < 60)
>>> found.enough and found.difference.low < 0 < found.difference.high
True
"""

from streekwerk.evidence.casemix.cases import ALLOWED, Cases, NotAllowedError
from streekwerk.evidence.casemix.compare import (
    FEWEST,
    CaseMix,
    Estimate,
    against_earlier,
    against_others,
    share_of,
)
from streekwerk.evidence.casemix.discuss import unexpected

__all__ = [
    "ALLOWED",
    "FEWEST",
    "CaseMix",
    "Cases",
    "Estimate",
    "NotAllowedError",
    "against_earlier",
    "against_others",
    "share_of",
    "unexpected",
]
