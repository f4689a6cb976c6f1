# title: Initials
# kind: strings
# instruction: Return the first letters of a name's words in upper case, each with a dot.

def initials(name):
    letters = [word[0].upper() + "." for word in name.split()]
    return " ".join(letters)

# --- tests
assert initials("ada lovelace") == "A. L."
assert initials("Grace Brewster Hopper") == "G. B. H."
assert initials("plato") == "P."
