# title: Who likes what
# kind: dict handling
# instruction: Turn a dict from people to their favourite fruit into one from each fruit to the people who like it.

def fans(favourites):
    result = {}
    for person, fruit in favourites.items():
        result[fruit] = [person]
    return result

# --- tests
assert fans({"Ann": "pear", "Ben": "plum"}) == {"pear": ["Ann"], "plum": ["Ben"]}
assert fans({"Ann": "pear", "Ben": "plum", "Eve": "pear"}) == {"pear": ["Ann", "Eve"], "plum": ["Ben"]}
