"""The pages of content types that show more than facts: one module for each, named as the type."""
