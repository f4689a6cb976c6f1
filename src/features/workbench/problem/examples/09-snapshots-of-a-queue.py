# title: Snapshots of a queue
# kind: aliasing
# instruction: Return the waiting line as it was after each arrival, without the later arrivals.

def snapshots(arrivals):
    line = []
    history = []
    for name in arrivals:
        line.append(name)
        history.append(line)
    return history

# --- tests
assert snapshots(["Ann"]) == [["Ann"]]
assert snapshots(["Ann", "Ben"]) == [["Ann"], ["Ann", "Ben"]]
assert snapshots([]) == []
