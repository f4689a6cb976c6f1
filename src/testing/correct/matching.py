# title: Class of matches
# kind: classes
# instruction: Count wins and draws of a team: three points and one.

class Team:
    def __init__(self, name):
        self.name = name
        self.points = 0
        self.goals = 0

    def play(self, own, other):
        self.goals += own - other
        if own > other:
            self.points += 3
        elif own == other:
            self.points += 1


def table(teams):
    ranked = sorted(teams, key=lambda team: (-team.points, -team.goals))
    return [team.name for team in ranked]

# --- tests
def made(name, *results):
    team = Team(name)
    for own, other in results:
        team.play(own, other)
    return team

def test_points():
    assert made("A", (2, 1), (0, 0), (0, 3)).points == 4

def test_goals():
    assert made("A", (2, 1), (0, 3)).goals == -2

def test_table():
    teams = [made("A", (1, 1)), made("B", (1, 0)), made("C", (4, 0))]
    assert table(teams) == ["C", "B", "A"]
