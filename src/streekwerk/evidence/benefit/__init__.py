"""What a measure probably does for one person, where data suffice to say so."""
