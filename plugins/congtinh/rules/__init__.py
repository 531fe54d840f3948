"""Rules between items and of what a site owes: one module for each subject, found by its function ``problems``."""
