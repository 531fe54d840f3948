"""The official report of a period: one document, written as DOCX, HTML, Markdown and XLSX."""
