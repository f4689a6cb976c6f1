# title: Share of vowels
# kind: strings
# instruction: Return the share of vowels among the letters of text, from 0 to 1.

def vowel_share(text):
    letters = [letter for letter in text.lower() if letter.isalpha()]
    if not letters:
        return 0
    vowels = [letter for letter in letters if letter in "aeiou"]
    return len(vowels) / len(letters)

# --- tests
assert vowel_share("aabb") == 0.5
assert vowel_share("A b") == 0.5
assert vowel_share("12") == 0
assert vowel_share("queue") == 0.8
