"""A drawing as SVG or PNG, for the formats that do not stroke it themselves."""
