"""String building, character by character."""

UNTRACED = 20


def work():
    text = ""
    words = []
    for i in range(30_000):
        letter = chr(97 + i % 26)
        text += letter
        if len(text) == 12:
            words.append(text)
            text = ""
    return len(words)
