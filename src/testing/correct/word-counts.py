# title: Word counts
# kind: dicts
# instruction: Count how often each word stands in a text, in any case.

def word_counts(text):
    counts = {}
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1
    return counts

# --- tests
assert word_counts("the cat the dog") == {"the": 2, "cat": 1, "dog": 1}
assert word_counts("A a") == {"a": 2}
assert word_counts("") == {}
