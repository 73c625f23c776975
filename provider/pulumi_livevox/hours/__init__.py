"""Opening hours as values: spans, days, dates and zones, and the entries that the API keeps."""
