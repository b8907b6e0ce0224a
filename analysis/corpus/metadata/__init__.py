"""What is known of an article beside its text, and how: title, outlet, dates, language, translation."""
