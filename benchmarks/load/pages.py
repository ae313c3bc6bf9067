"""Which pages a caseworker asks for, how often, and for whom; imported once Django is set up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from django.urls import reverse

from streekwerk.accounts.models import Role, User
from streekwerk.accounts.scope import AT_THE_DOOR, Scope, acting
from streekwerk.people.models import (
    AdviceRecord,
    Conversation,
    Decision,
    Person,
    Plan,
    Step,
)

PEOPLE_EACH = 12
# How often a page is asked for, beside the others. Reading in a file is most of a day.
LISTS = {"today": 8, "caseload": 6, "register": 1, "intake": 1}
OF_PERSON = {
    **{"person": 14, "file": 6, "timeline": 4, "development": 4, "plan": 6, "ask": 2},
    **{"goal": 1, "new-step": 2, "look-back": 1, "follow-up": 2, "begin-conversation": 1},
    **{"options": 6, "choose": 2, "objection": 1, "requests": 1, "invite": 1, "plan-pdf": 1},
}
WITH_QUERY = {"caseload": (("naam=jan", 2), ("volgorde=datum", 2), ("page=2", 1))}


@dataclass(frozen=True, slots=True)
class Page:
    """One address under the name of its view, and its weight."""

    name: str
    path: str
    weight: int


def visitors(most: int) -> list[dict[str, object]]:
    """Return ``most`` caseworkers, spread over the municipalities, each with their pages."""
    with acting(AT_THE_DOOR):
        found = User.objects.filter(role=Role.CASEWORKER, username__startswith="load-")
        everybody = list(found.select_related("municipality").order_by("username"))
    by_home: dict[int | None, list[User]] = {}
    for user in everybody:
        by_home.setdefault(user.municipality_id, []).append(user)
    chosen: list[User] = []
    # The first of every municipality, then the second: no two visitors share a caseload.
    for round_ in range(max(map(len, by_home.values()), default=0)):
        chosen += [users[round_] for users in by_home.values() if round_ < len(users)]
    made = []
    for user in chosen:
        pages = list(_pages(user))
        if len(pages) > len(LISTS) + PEOPLE_EACH:
            made.append({"user": str(user.public_id), "pages": [asdict(each) for each in pages]})
        if len(made) == most:
            break
    return made


def number_of_people() -> tuple[int, int]:
    """Return how many open files there are, and in how many municipalities."""
    with acting(AT_THE_DOOR):
        homes = set(
            User.objects.filter(municipality__isnull=False).values_list("municipality", flat=True)
        )
    counts = []
    for home in homes:
        with acting(Scope.of_municipality(home)):
            counts.append(Person.objects.filter(municipality=home, closed_on=None).count())
    return sum(counts), sum(count > 0 for count in counts)


def _pages(user: User) -> Iterator[Page]:
    for name, weight in LISTS.items():
        path = reverse(f"caseworker:{name}")
        yield Page(name, path, weight * PEOPLE_EACH)
        for query, often in WITH_QUERY.get(name, ()):
            yield Page(f"{name} {query.partition('=')[0]}", f"{path}?{query}", often * PEOPLE_EACH)
    yield Page("find", f"{reverse('caseworker:find')}?naam=bos", 3 * PEOPLE_EACH)
    yield Page("home", reverse("home"), 2 * PEOPLE_EACH)
    yield Page("offers", reverse("offers:overview"), PEOPLE_EACH)
    yield Page("own figures", reverse("team:own"), PEOPLE_EACH)
    with acting(Scope.of(user)):
        own = Person.objects.filter(caseworker=user, closed_on=None).order_by("pk")
        decided = list(own.filter(decisions__isnull=False).distinct()[: PEOPLE_EACH // 3])
        others = own.filter(next_on__isnull=False).exclude(pk__in=[p.pk for p in decided])
        for person in (*decided, *others[: PEOPLE_EACH - len(decided)]):
            yield from _of(person)


def _of(person: Person) -> Iterator[Page]:
    def page(name: str, weight: int, *more: object, query: str = "") -> Page:
        return Page(
            name, reverse(f"caseworker:{name}", args=[person.public_id, *more]) + query, weight
        )

    for name, weight in OF_PERSON.items():
        needs_plan = name == "look-back" and not Plan.objects.filter(person=person, closed_on=None)
        if not needs_plan:
            yield page(name, weight)
    yield page("field", 2, "wish_work")
    if step := Step.objects.filter(person=person).first():
        yield page("step", 2, step.public_id)
    if done := Step.objects.filter(person=person, state="done").first():
        yield page("step-outcome", 1, done.public_id)
    if talk := Conversation.objects.filter(person=person, closed_at__isnull=False).first():
        yield page("conversation", 2, talk.public_id)
    if decision := Decision.objects.filter(person=person).first():
        yield page("decision", 2, decision.public_id)
        yield page("decision-pdf", 1, decision.public_id)
    if advice := AdviceRecord.objects.filter(person=person).first():
        yield page("stored-advice", 1, advice.public_id)
        keys = [option.key for option in advice.record.given().options]
        yield page("option", 4, keys[0])
        yield page("compare-options", 2, query=f"?o={keys[0]}&o={keys[1]}")
