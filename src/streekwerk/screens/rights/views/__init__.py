"""Thin views: read the request, ask the rules, show a page."""
