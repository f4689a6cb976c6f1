# title: Chunks
# kind: generators
# instruction: Yield pieces of items of the given size; the last may be shorter.

def chunks(items, size):
    for start in range(0, len(items), size):
        yield items[start : start + size]

# --- tests
assert list(chunks([1, 2, 3, 4, 5], 2)) == [[1, 2], [3, 4], [5]]
assert list(chunks("abcd", 2)) == ["ab", "cd"]
assert list(chunks([], 3)) == []
