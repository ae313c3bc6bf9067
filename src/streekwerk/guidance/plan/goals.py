"""What somebody works towards, and how a plan is looked back on."""

from __future__ import annotations

from streekwerk.guidance.choices import Choice


class GoalKind(Choice):
    """What kind of goal it is; the goal itself is in the person's own words.

    The four goals follow SRG field 12 (doel van de voorziening) loosely: that code
    belongs to a measure, this one to a person.
    """

    PAID_WORK = "paid_work", "betaald werk", "paid work"
    MORE_HOURS = "more_hours", "meer uren of vaster werk", "more hours or steadier work"
    EDUCATION = "education", "een opleiding of diploma", "education or a diploma"
    OWN_BUSINESS = "own_business", "een eigen bedrijf", "a business of one's own"
    TAKING_PART = "taking_part", "meedoen, vrijwilligerswerk", "taking part, volunteering"
    DIRECTION = "direction", "ontdekken wat past", "finding out what fits"
    REST = "rest", "eerst rust en ruimte", "first some peace and room"


class GoalState(Choice):
    """Where a goal stands."""

    ACTIVE = "active", "hier werken we aan", "being worked on"
    REACHED = "reached", "gehaald", "reached"
    CHANGED = "changed", "veranderd in een ander doel", "changed into another goal"
    SET_ASIDE = "set_aside", "even weggelegd", "set aside for now"


class PlanResult(Choice):
    """What looking back on a plan led to."""

    GOES_ON = "goes_on", "we gaan zo door", "we go on like this"
    REACHED = "reached", "het doel is gehaald", "the goal was reached"
    OTHER_PLAN = "other_plan", "we maken een ander plan", "we make another plan"
    OTHER_GOAL = "other_goal", "het doel is veranderd", "the goal has changed"
    STOPS = "stops", "we stoppen hiermee", "we stop here"


CLOSING: frozenset[PlanResult] = frozenset(set(PlanResult) - {PlanResult.GOES_ON})
