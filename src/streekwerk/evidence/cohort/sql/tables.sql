-- The tables of the cohort. Months are numbers: 12 * year + month - 1 (2021-01 is 24252).
CREATE OR REPLACE MACRO cohort_month_number(day) AS
    (12 * year(day) + month(day) - 1)::SMALLINT;

CREATE OR REPLACE TABLE cohort_delivery (
    municipality VARCHAR, month SMALLINT, rank SMALLINT
);
CREATE OR REPLACE TABLE cohort_person (
    id INTEGER, municipality VARCHAR, person UUID, gender VARCHAR, birth_month SMALLINT
);
CREATE OR REPLACE TABLE cohort_month (
    id INTEGER, month SMALLINT, spell SMALLINT, since SMALLINT, law VARCHAR,
    household VARCHAR, exemption VARCHAR, earnings INTEGER, exit VARCHAR, filled BOOLEAN
);
CREATE OR REPLACE TABLE cohort_measure (
    id INTEGER, type VARCHAR, start SMALLINT, last SMALLINT, ending VARCHAR
);
CREATE OR REPLACE TABLE cohort_rule (
    municipality VARCHAR, rule VARCHAR, rows BIGINT
);
