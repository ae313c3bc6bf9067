"""The caseworker's day: caseload, file, conversation, options, decision, plan."""
