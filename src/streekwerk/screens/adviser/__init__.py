"""The workbench of who advises employers: who asks attention today, phases, agreements, the map."""
