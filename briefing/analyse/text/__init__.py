"""Words, sentences, clauses, phrases and quotation marks: the shape of the text, before anybody is given words."""
