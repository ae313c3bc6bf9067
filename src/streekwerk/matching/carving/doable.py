"""Whether a group of candidates can do a task, and if not, why not."""

from __future__ import annotations

from streekwerk.matching.candidates import CandidateGroup
from streekwerk.matching.inventory import KINDS_OF_LOAD, Task
from streekwerk.matching.skills import skill_words
from streekwerk.vocabulary.language import Text

_LOADS = {
    "physical": Text("lichamelijk te zwaar", "physically too heavy"),
    "cognitive": Text("vraagt te veel denkwerk", "asks too much thinking"),
    "social": Text("vraagt te veel omgang met mensen", "asks too much dealing with people"),
    "energetic": Text("kost te veel energie", "takes too much energy"),
}


def is_doable(task: Task, group: CandidateGroup) -> bool:
    """Whether people of ``group`` can do ``task``; see :func:`objections`."""
    return not objections(task, group)


def objections(task: Task, group: CandidateGroup) -> tuple[Text, ...]:
    """Return why ``group`` cannot do ``task``; empty when they can.

    A task that teaches may be as high as the group can grow to within a year; any other
    task must be at the level they have now.
    """
    return (*_asked(task, group), *_borne(task, group))


def is_a_step_up(task: Task, group: CandidateGroup) -> bool:
    """Whether ``task`` teaches the group something within their reach of a year."""
    return task.teaches and task.level <= group.grows_to


def _asked(task: Task, group: CandidateGroup) -> tuple[Text, ...]:
    found = []
    reach = group.grows_to if task.teaches else group.level
    if task.level > reach:
        found.append(Text(f"vraagt {task.level.words.nl}", f"asks {task.level.words.en}"))
    for skill in sorted(task.skills - group.skills):
        words = skill_words(skill)
        found.append(Text(f"vraagt {words.nl}", f"asks {words.en}"))
    for moment in sorted(task.moments - group.moments, key=lambda each: each.value):
        found.append(Text(f"moet in de {moment.words.nl}", f"has to be done: {moment.words.en}"))
    return tuple(found)


def _borne(task: Task, group: CandidateGroup) -> tuple[Text, ...]:
    pairs = zip(KINDS_OF_LOAD, task.load.as_tuple(), group.peak.as_tuple(), strict=True)
    found = [_LOADS[kind] for kind, asked, most in pairs if asked > most]
    if task.risk > group.most_risk:
        found.append(Text("te riskant", "too risky"))
    return tuple(found)
