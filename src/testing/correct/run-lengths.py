# title: Run lengths
# kind: strings
# instruction: Write each run of a letter as the letter and how often it stands there.

def run_lengths(text):
    if text == "":
        return ""
    parts = []
    letter = text[0]
    count = 1
    for following in text[1:]:
        if following == letter:
            count += 1
        else:
            parts.append(letter + str(count))
            letter = following
            count = 1
    parts.append(letter + str(count))
    return "".join(parts)

# --- tests
assert run_lengths("aaabbc") == "a3b2c1"
assert run_lengths("abc") == "a1b1c1"
assert run_lengths("zzzz") == "z4"
assert run_lengths("") == ""
