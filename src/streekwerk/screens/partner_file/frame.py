"""Around a page of an employer's file: for the region's adviser, or for the employer itself.

The pages are the same; the addresses, the tabs and what one may do are not. A page gets a
:class:`Frame` and asks it for every address.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from streekwerk.accounts.permissions import SignedInRequest
from streekwerk.partners.models import Employer
from streekwerk.screens.design.navigation import Link


@dataclass(frozen=True, slots=True)
class Frame:
    """One reader's way into one employer's file.

    Attributes
    ----------
    employer : whose file it is.
    base : the template that pages extend.
    namespace, args : of the addresses.
    tabs : the parts of the file, as (name of the address, label).
    writes : whether this reader may change anything here.
    own : whether the reader is the employer.
    """

    employer: Employer
    base: str
    namespace: str
    args: tuple[object, ...]
    tabs: Sequence[tuple[str, str]]
    writes: bool
    own: bool

    def url(self, name: str, *more: object) -> str:
        """Return the address of a page of this file; ``name`` may carry its own namespace."""
        whole = name if ":" in name else f"{self.namespace}:{name}"
        return reverse(whole, args=[*self.args, *more])

    def links(self, here: str) -> list[Link]:
        """Return the tabs, of which ``here`` is current."""
        return [Link(label, self.url(name), current=name == here) for name, label in self.tabs]

    def page(
        self,
        request: SignedInRequest,
        template: str,
        here: str,
        **more: Any,  # noqa: ANN401 - any template value
    ) -> HttpResponse:
        """Show a page of the file under the tab ``here``.

        A template without a folder is one of the shared pages.
        """
        context = {"frame": self, "employer": self.employer, "file_tabs": self.links(here), **more}
        name = template if "/" in template else f"partner_file/{template}"
        return render(request, name, context)


Page = Callable[..., HttpResponse]
