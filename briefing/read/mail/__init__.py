"""Mail, mailboxes and saved feeds: many documents in one file."""
