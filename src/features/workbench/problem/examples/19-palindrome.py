# title: Palindromes
# kind: string handling
# instruction: Tell whether a text reads the same both ways when only its letters count, whatever their case.

def is_palindrome(text):
    letters = [letter for letter in text if letter.isalpha()]
    return letters == letters[::-1]

# --- tests
def test_one_word():
    assert is_palindrome("noon")

def test_ignores_case_and_spaces():
    assert is_palindrome("Never odd or even")

def test_tells_others_apart():
    assert not is_palindrome("Not a palindrome")
