# title: Longest word
# kind: strings
# instruction: Return the first of the longest words of a sentence, without commas and full stops.

def longest_word(sentence):
    best = ""
    for word in sentence.split():
        word = word.strip(".,")
        if len(word) > len(best):
            best = word
    return best

# --- tests
assert longest_word("a bird sings.") == "sings"
assert longest_word("cat, dog") == "cat"
assert longest_word("well, then.") == "well"
assert longest_word("") == ""
