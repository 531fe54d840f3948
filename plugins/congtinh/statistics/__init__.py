"""What was published, counted: atomic counts, named formulas over them, and what law and targets want."""
