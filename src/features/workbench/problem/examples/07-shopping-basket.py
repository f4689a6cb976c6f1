# title: Shopping basket
# kind: mutable default
# instruction: Add an item to a basket and return it. Without a basket, start an empty one.

def add_to_basket(item, basket=[]):
    basket.append(item)
    return basket

# --- tests
def test_extends_a_given_basket():
    assert add_to_basket("tea", ["milk"]) == ["milk", "tea"]

def test_starts_empty_each_time():
    add_to_basket("bread")
    assert add_to_basket("eggs") == ["eggs"]
