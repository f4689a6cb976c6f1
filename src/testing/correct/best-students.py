# title: Best students
# kind: dicts
# instruction: Return the names with the highest mark, sorted.

def best_students(marks):
    if not marks:
        return []
    highest = max(marks.values())
    return sorted(name for name, mark in marks.items() if mark == highest)

# --- tests
assert best_students({"Ann": 3, "Bob": 5, "Cy": 5}) == ["Bob", "Cy"]
assert best_students({"Zoe": 1}) == ["Zoe"]
assert best_students({}) == []
