"""What the project measures of itself, beside its peers; none of it is installed."""
