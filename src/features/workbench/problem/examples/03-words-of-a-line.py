# title: Words of a line
# kind: string handling
# instruction: Split a comma-separated line into its words, without quotes and surrounding spaces.

def words_of(line):
    words = []
    for part in line.split(","):
        words.append(part.replace('"', ""))
    return words

# --- tests
assert words_of('"Python", "PHP", "Java"') == ["Python", "PHP", "Java"]
assert words_of('"one"') == ["one"]
assert words_of("left ,right") == ["left", "right"]
