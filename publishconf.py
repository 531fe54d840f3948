"""The same facts, for the public address."""

from pelicanconf import *  # noqa: F403  (Pelican's own way of laying settings over settings)

SITEURL = "https://skhcn.minhchau.example"
PUBLIC = True
PATTERNS = False
