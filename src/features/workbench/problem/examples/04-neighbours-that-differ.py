# title: Neighbours that differ
# kind: off-by-one
# instruction: Count how many neighbouring elements of values differ from each other.

def changes(values):
    count = 0
    for i in range(len(values) - 2):
        if values[i] != values[i + 1]:
            count += 1
    return count

# --- tests
def test_counts_every_change():
    assert changes([1, 1, 2, 2, 3]) == 2

def test_counts_the_last_pair():
    assert changes(["a", "b"]) == 1

def test_counts_nothing_in_equal_values():
    assert changes([7, 7, 7]) == 0
