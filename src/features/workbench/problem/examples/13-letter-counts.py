# title: Letter counts
# kind: dict handling
# instruction: Count how often each letter occurs in a word, upper and lower case taken as the same.

def letter_counts(word):
    counts = {}
    for letter in word.lower():
        counts[letter] += 1
    return counts

# --- tests
assert letter_counts("Anna") == {"a": 2, "n": 2}
assert letter_counts("hi") == {"h": 1, "i": 1}
assert letter_counts("") == {}
