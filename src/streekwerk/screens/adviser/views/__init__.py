"""Pages of the workbench and of one employer."""
