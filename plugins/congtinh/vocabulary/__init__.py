"""Controlled vocabularies: the words of law and office that content is written with."""
