"""The caseworker's side of the portal: inviting somebody, and answering what they ask."""
