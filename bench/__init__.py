"""How fast newslint is: beside its peers, rule by rule, and as the work grows."""
