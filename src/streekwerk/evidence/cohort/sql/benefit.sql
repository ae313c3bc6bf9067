-- One row per person and month on benefit, chained into spells.
CREATE OR REPLACE TEMP TABLE cohort_chain AS
WITH delivered AS (
    SELECT p.id, cohort_month_number(b.period) AS month, b.law, b.household, b.exemption,
        greatest(coalesce(b.earnings, 0), 0) AS earnings,
        cohort_month_number(b.start_date) AS started,
        b.end_date IS NOT NULL AS ended, b.end_reason, d.rank,
        b.end_date < b.period AS over
    FROM bus_person_month AS b
    JOIN cohort_person AS p ON p.person = b.person AND p.municipality = b.municipality
    JOIN cohort_delivery AS d
        ON d.municipality = b.municipality AND d.month = cohort_month_number(b.period)
    WHERE b.municipality = getvariable('municipality')
)
SELECT *,
    lead(month) OVER following AS next_month,
    lead(rank) OVER following AS next_rank,
    lead(started) OVER following AS next_started
FROM delivered
WHERE over IS NOT TRUE
WINDOW following AS (PARTITION BY id ORDER BY month);

-- What happens after each row: the next month follows, a gap is bridged, or benefit ends.
CREATE OR REPLACE TEMP TABLE cohort_link AS
SELECT * EXCLUDE (over),
    CASE
        WHEN next_month = month + 1 THEN 'follows'
        WHEN next_month IS NULL AND NOT ended
            AND month = (
                SELECT max(month) FROM cohort_delivery
                WHERE municipality = getvariable('municipality')
            ) THEN 'runs'
        WHEN NOT ended AND next_month IS NOT NULL AND coalesce(next_started, 0) <= month
            AND (next_month - month - 1 <= getvariable('gap_months') OR next_rank = rank + 1)
            THEN 'bridged'
        ELSE 'ends'
    END AS link
FROM cohort_chain;

INSERT INTO cohort_month
WITH numbered AS (
    SELECT *, coalesce(sum((link = 'ends')::INTEGER) OVER earlier, 0) + 1 AS spell
    FROM cohort_link
    WINDOW earlier AS (
        PARTITION BY id ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    )
), spells AS (
    SELECT id, spell, min(month) AS first_month, arg_min(started, month) AS started,
        lag(max(month)) OVER (PARTITION BY id ORDER BY spell) AS before
    FROM numbered GROUP BY id, spell
), complete AS (
    SELECT n.*, n.month AS at, FALSE AS filled FROM numbered AS n
    UNION ALL
    SELECT n.*, unnest(range(n.month + 1, n.next_month))::SMALLINT AS at, TRUE AS filled
    FROM numbered AS n WHERE link = 'bridged'
)
-- A start date counts when it lies after the spell before and not after the first month.
SELECT c.id, c.at, c.spell,
    CASE WHEN s.started <= s.first_month AND s.started > coalesce(s.before, -1)
        THEN s.started ELSE s.first_month END,
    c.law, c.household, c.exemption, c.earnings,
    CASE WHEN c.link = 'ends'
        THEN coalesce(CASE WHEN c.ended THEN coalesce(c.end_reason, '98') END, 'gone') END,
    c.filled
FROM complete AS c
JOIN spells AS s ON s.id = c.id AND s.spell = c.spell
ORDER BY c.id, c.at;

INSERT INTO cohort_rule
SELECT getvariable('municipality'), rule, rows FROM (
    SELECT 'gap_bridged' AS rule, count(*) AS rows FROM cohort_link WHERE link = 'bridged'
    UNION ALL
    SELECT 'end_withdrawn', count(*) FROM cohort_link WHERE link = 'follows' AND ended
    UNION ALL
    SELECT 'vanished', count(*) FROM cohort_link WHERE link = 'ends' AND NOT ended
    UNION ALL
    SELECT 'end_reason_unknown', count(*) FROM cohort_link
    WHERE link = 'ends' AND ended AND coalesce(end_reason, '98') = '98'
    UNION ALL
    SELECT 'delivered_after_end', count(*) FROM bus_person_month
    WHERE municipality = getvariable('municipality') AND end_date < period
);
DROP TABLE cohort_chain;
DROP TABLE cohort_link;
