"""The engine: three-valued conditions, dated rules, one evaluation for one case or a caseload."""
