"""Files: guard, mapping, and reading and writing of XML, CSV and Excel."""
