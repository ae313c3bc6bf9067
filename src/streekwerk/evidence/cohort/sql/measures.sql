-- From registered measures to episodes: one per person, type and uninterrupted period.
CREATE OR REPLACE TEMP TABLE cohort_registered AS
WITH last_delivery AS (
    SELECT max(period) AS period FROM srg_measure
    WHERE municipality = getvariable('municipality')
)
SELECT p.id, coalesce(m.type, 'unknown') AS type,
    cohort_month_number(m.start_date) AS start,
    cohort_month_number(m.end_date) AS ended,
    cohort_month_number(m.last_period) AS last_seen,
    m.last_period < d.period AS disappeared,
    coalesce(m.end_reason = '1', FALSE) AS goes_on
FROM srg_measure_latest AS m
CROSS JOIN last_delivery AS d
JOIN cohort_person AS p ON p.person = m.person AND p.municipality = m.municipality
WHERE m.municipality = getvariable('municipality');

-- The longest a measure of a type is believed to run when nobody closed it.
CREATE OR REPLACE TEMP TABLE cohort_longest AS
SELECT type, greatest(
        quantile_disc(ended - start + 1, getvariable('longest_quantile')),
        getvariable('longest_at_least')
    ) AS months
FROM cohort_registered WHERE ended >= start GROUP BY type;

CREATE OR REPLACE TEMP TABLE cohort_closed AS
SELECT r.id, r.type, r.start, r.goes_on,
    CASE
        WHEN ended < start THEN start
        WHEN ended IS NOT NULL THEN ended
        WHEN disappeared THEN greatest(last_seen, start)
        WHEN last_seen - start + 1 > coalesce(l.months, getvariable('longest_at_least'))
            THEN start + coalesce(l.months, getvariable('longest_at_least')) - 1
        ELSE 32767
    END::SMALLINT AS last,
    CASE
        WHEN ended < start THEN 'end_before_start'
        WHEN ended IS NOT NULL THEN 'registered'
        WHEN disappeared THEN 'disappeared'
        WHEN last_seen - start + 1 > coalesce(l.months, getvariable('longest_at_least'))
            THEN 'never_closed'
        ELSE 'running'
    END AS ending
FROM cohort_registered AS r LEFT JOIN cohort_longest AS l ON l.type = r.type
WHERE r.start IS NOT NULL;

-- Overlapping rows of one type are one episode; so are rows cut by an administrative change.
CREATE OR REPLACE TEMP TABLE cohort_piece AS
WITH reached AS (
    SELECT *,
        max(last) OVER earlier AS reach,
        max(CASE WHEN goes_on THEN least(last::INTEGER + 1, 32767) END) OVER earlier AS renewed
    FROM cohort_closed
    WINDOW earlier AS (
        PARTITION BY id, type ORDER BY start, last, ending
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    )
)
SELECT *, coalesce(start <= greatest(reach, coalesce(renewed, reach)), FALSE) AS merged
FROM reached;

INSERT INTO cohort_measure
WITH numbered AS (
    SELECT *, sum((NOT merged)::INTEGER) OVER (
        PARTITION BY id, type ORDER BY start, last, ending
    ) AS episode
    FROM cohort_piece
)
SELECT id, type, min(start), max(last), arg_max(ending, last)
FROM numbered GROUP BY id, type, episode
ORDER BY id, min(start), type;

INSERT INTO cohort_rule
SELECT getvariable('municipality'), rule, rows FROM (
    SELECT 'measure_' || ending AS rule, count(*) AS rows FROM cohort_closed
    WHERE ending IN ('end_before_start', 'disappeared', 'never_closed') GROUP BY ending
    UNION ALL
    SELECT 'measure_merged', count(*) FROM cohort_piece WHERE merged
    UNION ALL
    SELECT 'measure_without_start', count(*) FROM cohort_registered WHERE start IS NULL
    UNION ALL
    SELECT 'measure_type_unknown', count(*) FROM cohort_registered WHERE type = 'unknown'
    UNION ALL
    SELECT 'measure_without_benefit', count(*) FROM srg_measure_latest AS m
    WHERE m.municipality = getvariable('municipality') AND NOT EXISTS (
        FROM cohort_person AS p
        WHERE p.person = m.person AND p.municipality = m.municipality
    )
);
DROP TABLE cohort_registered;
DROP TABLE cohort_longest;
DROP TABLE cohort_closed;
DROP TABLE cohort_piece;
