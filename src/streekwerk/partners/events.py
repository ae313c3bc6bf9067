"""What this app itself tells a timeline."""

from __future__ import annotations
