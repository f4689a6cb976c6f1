# title: Pages of a list
# kind: generator
# instruction: Yield the items in pages of the given size; the last page may be shorter.

def pages(items, size):
    page = []
    for item in items:
        page.append(item)
        if len(page) > size:
            yield page
            page = []
    if page:
        yield page

# --- tests
assert list(pages([1, 2, 3, 4, 5], 2)) == [[1, 2], [3, 4], [5]]
assert list(pages("abc", 3)) == [["a", "b", "c"]]
assert list(pages([1], 4)) == [[1]]
assert list(pages([], 2)) == []
