# title: Ways to give change
# kind: recursion
# instruction: Count the ways to pay an amount with coins of the given values.

def ways(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount - coins[0], coins) + ways(amount, coins[1:])

# --- tests
assert ways(4, [1, 2]) == 3
assert ways(10, [5, 2]) == 2
assert ways(3, [2]) == 0
assert ways(0, [1]) == 1
