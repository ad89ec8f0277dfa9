"""What each run of a text is: title, standfirst, heading, paragraph, caption, promotion."""
