# title: Caesar cipher
# kind: strings
# instruction: Shift each lower case letter of text by so many places in the alphabet, around its end.

def caesar(text, shift):
    shifted = ""
    for letter in text:
        if letter.islower():
            place = (ord(letter) - ord("a") + shift) % 26
            shifted += chr(ord("a") + place)
        else:
            shifted += letter
    return shifted

# --- tests
assert caesar("abc", 1) == "bcd"
assert caesar("xyz", 3) == "abc"
assert caesar("a-b C", 2) == "c-d C"
assert caesar("dog", 26) == "dog"
