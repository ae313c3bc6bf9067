"""Work at employers: what there is, how it could be made into new jobs, and what that brings."""
