"""Demands, rules and jobs as plain JSON and back, so that a chain can be kept and redone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from streekwerk.matching.chains.demand import ChainRules, Demand, Place
from streekwerk.matching.chains.job import ChainJob, Share
from streekwerk.matching.inventory import Level, Moment

Json = dict[str, Any]


def demand_json(demand: Demand) -> Json:
    """Return a demand with every attribute."""
    return {
        "key": demand.key,
        "employer": demand.employer,
        "place": [demand.place.x, demand.place.y],
        "level": int(demand.level),
        "half_hours": list(demand.half_hours),
        "worth": demand.worth,
        "skills": sorted(demand.skills),
        "moments": sorted(moment.value for moment in demand.moments),
        "can_employ": demand.can_employ,
    }


def demand_from(data: Mapping[str, Any]) -> Demand:
    """Rebuild a demand."""
    return Demand(
        data["key"],
        data["employer"],
        Place(*data["place"]),
        Level(data["level"]),
        tuple(data["half_hours"]),
        data["worth"],
        frozenset(data["skills"]),
        frozenset(Moment(each) for each in data["moments"]),
        data["can_employ"],
    )


def rules_json(rules: ChainRules) -> Json:
    """Return the rules of a search."""
    return asdict(rules)


def rules_from(data: Mapping[str, Any]) -> ChainRules:
    """Rebuild the rules."""
    return ChainRules(**data)


def job_json(job: ChainJob) -> Json:
    """Return a job: half hours of each demand, by key, and the cost of travel and sharing."""
    return {
        "shares": [[share.demand.key, list(share.half_hours)] for share in job.shares],
        "travel_and_sharing": job.travel_and_sharing,
    }


def job_from(data: Mapping[str, Any], demands: Mapping[str, Demand]) -> ChainJob:
    """Rebuild a job from its demands, by key."""
    shares = tuple(Share(demands[key], tuple(weeks)) for key, weeks in data["shares"])
    return ChainJob(shares, data["travel_and_sharing"])
