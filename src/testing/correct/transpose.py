# title: Transpose
# kind: lists
# instruction: Turn the rows of a matrix into columns.

def transpose(rows):
    if not rows:
        return []
    return [[row[column] for row in rows] for column in range(len(rows[0]))]

# --- tests
assert transpose([[1, 2, 3], [4, 5, 6]]) == [[1, 4], [2, 5], [3, 6]]
assert transpose([[7]]) == [[7]]
assert transpose([]) == []
