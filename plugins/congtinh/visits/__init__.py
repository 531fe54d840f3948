"""Visits from the log of a web server: counted, and nobody followed."""
