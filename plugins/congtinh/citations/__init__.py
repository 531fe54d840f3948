"""Citations of legal and administrative instruments in running text, Vietnamese and English."""
