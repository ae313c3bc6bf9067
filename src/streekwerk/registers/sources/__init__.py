"""Other sources: outcomes and covariates from Excel and CSV, by the same contract."""
