"""Line icons of 24 by 24, drawn for this product. They always stand beside words."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

PATHS: dict[str, str] = {
    # The traffic light: three different shapes, so colour is never the only sign.
    "good": '<circle cx="12" cy="12" r="9"/><path d="m8 12.4 2.8 2.8L16.2 9.4"/>',
    "care": '<path d="M12 3.8 2.9 19.6h18.2z"/><path d="M12 10v4.4"/><path d="M12 17v.01"/>',
    "problem": '<path d="M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2z"/>'
    '<path d="m9 9 6 6m0-6-6 6"/>',
    "unknown": '<circle cx="12" cy="12" r="9" stroke-dasharray="3 2.6"/>'
    '<path d="M9.4 9.6a2.6 2.6 0 1 1 3.6 2.5c-.7.3-1 .8-1 1.6"/><path d="M12 16.8v.01"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5"/><path d="M12 7.6v.01"/>',
    "learn": '<path d="M6.3 7.2A8 8 0 0 1 19.8 10"/><path d="m20.6 5.6-.8 4.4-4.3-1"/>'
    '<path d="M17.7 16.8A8 8 0 0 1 4.2 14"/><path d="m3.4 18.4.8-4.4 4.3 1"/>',
    "person": '<circle cx="12" cy="7.6" r="4"/>'
    '<path d="M4.4 20.4c.7-4.2 3.7-6.4 7.6-6.4s6.9 2.2 7.6 6.4"/>',
    "people": '<circle cx="9" cy="8.2" r="3.4"/>'
    '<path d="M2.8 19.6c.5-3.7 2.9-5.6 6.2-5.6s5.7 1.9 6.2 5.6"/>'
    '<path d="M15.6 5.2a3.4 3.4 0 0 1 0 6.2m2 3c2 .7 3.3 2.4 3.7 5.2"/>',
    "employer": '<path d="M4 20.5V9l5.3-3.5V9l5.3-3.5V9L20 5.5v15z"/>'
    '<path d="M3 20.5h18M9 20.5v-4.3h6v4.3"/>',
    "file": '<path d="M6 3h8l4.5 4.5V21H6z"/><path d="M13.8 3.2v4.6h4.5M9 13h6M9 16.6h6"/>',
    "upload": '<path d="M12 15.5V4.5m-4.4 4.2L12 4.3l4.4 4.4"/><path d="M4 15.5V20h16v-4.5"/>',
    "download": '<path d="M12 4v11m-4.4-4.2 4.4 4.4 4.4-4.4"/><path d="M4 15.5V20h16v-4.5"/>',
    "next": '<path d="M4.5 12h15m-6-6 6 6-6 6"/>',
    "back": '<path d="M19.5 12h-15m6-6-6 6 6 6"/>',
    "add": '<path d="M12 5v14M5 12h14"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.4 15.4 5.1 5.1"/>',
    "print": '<path d="M7 9V3.5h10V9M7 17H3.5V9h17v8H17"/><path d="M7 14h10v6.5H7z"/>',
    "waiting": '<circle cx="12" cy="12" r="9"/><path d="M12 6.8V12l3.6 2.2"/>',
}


def icon(name: str) -> SafeString:
    """Return the icon as SVG, hidden from screen readers: the words beside it speak.

    Raises
    ------
    KeyError
        When there is no icon of that name.
    """
    return format_html(
        '<svg class="sw-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" '
        'focusable="false" fill="none" stroke="currentColor" stroke-width="2" '
        'stroke-linecap="round" stroke-linejoin="round">{}</svg>',
        mark_safe(PATHS[name]),  # noqa: S308 - a constant of this module
    )
