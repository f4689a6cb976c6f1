# title: Multiplication table
# kind: aliasing
# instruction: Return the multiplication table of 1 to size as a list of rows.

def times_table(size):
    table = [[0] * size] * size
    for row in range(size):
        for column in range(size):
            table[row][column] = (row + 1) * (column + 1)
    return table

# --- tests
assert times_table(1) == [[1]]
assert times_table(2) == [[1, 2], [2, 4]]
assert times_table(3) == [[1, 2, 3], [2, 4, 6], [3, 6, 9]]
