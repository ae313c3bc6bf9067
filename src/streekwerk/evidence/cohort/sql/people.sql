-- Months in which the municipality delivered BUS; rank closes the gaps of missing deliveries.
INSERT INTO cohort_delivery
SELECT municipality, cohort_month_number(period), row_number() OVER (ORDER BY period)
FROM (
    SELECT DISTINCT municipality, period FROM bus_benefit_month
    WHERE municipality = getvariable('municipality')
);

-- Everybody who ever had a benefit for living, numbered in the order of their pseudonym.
INSERT INTO cohort_person
SELECT getvariable('first_id') + row_number() OVER (ORDER BY person) - 1,
    getvariable('municipality'), person, gender, cohort_month_number(birth)
FROM (
    SELECT person, arg_max(gender, period) AS gender, arg_max(birth_month, period) AS birth
    FROM bus_benefit_month
    WHERE municipality = getvariable('municipality') AND law IN ('01', '02', '03', '14')
    GROUP BY person
);
