"""Which of the patches that pass is meant: what they do on other inputs, what speaks for each."""
