"""Write a survey: from a template, by hand, or from a workbook."""
