"""Thin views: read the request, ask a query or an action, show a page."""
