"""From the records of an older system to content files."""
