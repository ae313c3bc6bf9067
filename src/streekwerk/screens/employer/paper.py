"""What stands on the working paper of a step: what was noted, and what is known by now."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from streekwerk.matching.carving.method import STEPS, MethodStep, StepKey
from streekwerk.matching.inventory import Level
from streekwerk.partners.models import Employer
from streekwerk.reports.working_paper import (
    QuestionContent,
    TableContent,
    WorkingPaper,
    words_in,
)
from streekwerk.screens.employer.case_shown import CaseShown
from streekwerk.screens.employer.forms.inventory import PRESSURE
from streekwerk.screens.employer.shown import Asked, DesignShown
from streekwerk.screens.employer.words import hours_words, said
from streekwerk.vocabulary.language import Language
from streekwerk.work.models import RedesignStep, StepState
from streekwerk.work.queries.inventory import work_of
from streekwerk.work.queries.overview import case_of, choice_of

Known = tuple[tuple[str, ...], tuple[TableContent, ...]]


def paper_of(
    employer: Employer, step: MethodStep, noted: RedesignStep | None, language: Language
) -> WorkingPaper:
    """Return the working paper of a step for one employer, in one language."""
    with translation.override(language):
        facts, tables = _KNOWN.get(step.key, _nothing)(employer)
        notes = noted.notes if noted else []
        return WorkingPaper(
            language=language,
            employer=employer.name,
            day=date_format(timezone.localdate(), "j F Y"),
            number=STEPS.index(step) + 1,
            count=len(STEPS),
            name=said(step.name),
            purpose=said(step.purpose),
            leaves=said(step.leaves),
            state=_state(noted),
            questions=tuple(
                QuestionContent(said(question), notes[place] if place < len(notes) else "")
                for place, question in enumerate(step.questions)
            ),
            facts=facts,
            tables=tables,
            words=words_in(language),
        )


def _state(noted: RedesignStep | None) -> str:
    names = {
        StepState.OPEN: _("nog te doen"),
        StepState.BUSY: _("mee bezig"),
        StepState.DONE: _("klaar"),
        StepState.SKIPPED: _("overgeslagen"),
    }
    return names[StepState(noted.state) if noted else StepState.OPEN]


def _nothing(_employer: Employer) -> Known:
    return (), ()


def _pressure(employer: Employer) -> Known:
    rows = tuple(
        (each.role.name, str(each.role.people), said(PRESSURE[each.role.pressure]))
        for each in work_of(employer).roles
    )
    headings = (_("Functie"), _("Mensen"), _("Druk"))
    return ((), (TableContent(_("Hoe druk het is"), headings, rows, (1,)),) if rows else ())


def _work(employer: Employer) -> Known:
    work = work_of(employer)
    headings = (_("Taak"), _("Per week"), _("Niveau"), _("Kern"))
    tables = tuple(
        TableContent(
            each.role.name,
            headings,
            tuple(
                (
                    task.name,
                    hours_words(task.half_hours),
                    said(Level(task.level).words),
                    _("ja") if task.core else "",
                )
                for task in each.tasks
            ),
            (1,),
        )
        for each in work.roles
        if each.tasks
    )
    waiting = len(work.to_confirm)
    facts = (_("%(n)s taken zijn nog niet bevestigd.") % {"n": waiting},) if waiting else ()
    return facts, tables


def _redesign(employer: Employer) -> Known:
    choice = choice_of(employer)
    if choice is None:
        return (_("Er is nog geen ontwerp gekozen."),), ()
    shown = DesignShown.of(Asked(choice.design.set), choice.design)
    headings = (_("Taak"), _("Nu bij"), _("Per week"))
    tables = tuple(
        TableContent(
            _("Baan %(n)s, %(hours)s: %(groups)s")
            % {"n": job.number, "hours": job.hours, "groups": job.groups},
            headings,
            tuple((part.task, part.role, part.hours) for part in job.portions),
            (2,),
        )
        for job in shown.jobs
    )
    reason = _("Gekozen omdat: %(reason)s") % {"reason": choice.reason}
    gain = _("Voor het bedrijf: %(gain)s per jaar.") % {"gain": shown.gain_a_year}
    return (capfirst(shown.jobs_words) + ".", gain, shown.kept_words, reason), tables


def _case(employer: Employer) -> Known:
    choice = choice_of(employer)
    case = case_of(choice) if choice else None
    if case is None:
        return (_("Er is nog niets uitgerekend."),), ()
    shown = CaseShown(case.result)
    return (*(each.verdict for each in shown.accounts), shown.payback, *shown.questions), ()


_KNOWN: dict[StepKey, Callable[[Employer], Known]] = {
    StepKey.ORGANISATION: _pressure,
    StepKey.WORK: _work,
    StepKey.REDESIGN: _redesign,
    StepKey.CASE: _case,
    StepKey.PLACEMENT: _redesign,
}
