"""Opening hours as people mean them: a week, holidays and dates in a zone of their own."""
