# title: Stock
# kind: dicts
# instruction: Apply orders of (name, amount) to a stock; an order of more than there is is left out.

def after_orders(stock, orders):
    left = dict(stock)
    for name, amount in orders:
        if left.get(name, 0) >= amount:
            left[name] -= amount
    return left

# --- tests
assert after_orders({"pen": 5}, [("pen", 2)]) == {"pen": 3}
assert after_orders({"pen": 1}, [("pen", 2), ("pen", 1)]) == {"pen": 0}
assert after_orders({"cup": 4, "pen": 1}, [("cup", 1), ("hat", 1)]) == {"cup": 3, "pen": 1}
