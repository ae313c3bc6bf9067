-- The panel for people: one readable row per person and month on benefit. What is said
-- "before" is known before the first day of that month.
CREATE OR REPLACE VIEW cohort_person_month AS
WITH in_months AS (
    SELECT m.*, coalesce(sum((earnings > 0)::INTEGER) OVER earlier, 0) AS earned_before
    FROM cohort_month AS m
    WINDOW earlier AS (
        PARTITION BY id ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    )
), measures AS (
    SELECT m.id, m.month,
        count(*) AS before,
        count(*) FILTER (WHERE e.last >= m.month) AS in_force,
        count(*) FILTER (WHERE e.start >= m.month - 6) AS recent
    FROM cohort_month AS m JOIN cohort_measure AS e ON e.id = m.id AND e.start < m.month
    GROUP BY m.id, m.month
)
SELECT p.municipality, p.person, m.id, m.month,
    make_date(m.month // 12, m.month % 12 + 1, 1) AS period,
    m.month % 12 + 1 AS calendar_month,
    (m.month - p.birth_month) // 12 AS age,
    p.gender, m.household, m.law, m.exemption,
    m.spell, m.since, m.month - m.since AS duration,
    m.earnings, m.exit, m.exit IN ('11', '13') AS exit_to_work, m.filled,
    m.spell - 1 AS spells_before,
    m.earned_before AS months_with_earnings_before,
    coalesce(e.before, 0) AS measures_before,
    coalesce(e.in_force, 0) AS measures_in_force_before,
    coalesce(e.recent, 0) AS measures_started_last_six_months
FROM in_months AS m
JOIN cohort_person AS p ON p.id = m.id
LEFT JOIN measures AS e ON e.id = m.id AND e.month = m.month;
