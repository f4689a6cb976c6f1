# title: Thermostat
# kind: classes
# instruction: A thermostat that turns on below its target and off above it, with a margin.

class Thermostat:
    def __init__(self, target, margin):
        self.target = target
        self.margin = margin
        self.on = False

    def measure(self, degrees):
        if degrees < self.target - self.margin:
            self.on = True
        elif degrees > self.target + self.margin:
            self.on = False
        return self.on

# --- tests
def test_turns_on():
    assert Thermostat(20, 1).measure(18)

def test_stays_off_within_the_margin():
    assert not Thermostat(20, 1).measure(19)

def test_stays_on_until_warm():
    heating = Thermostat(20, 1)
    heating.measure(15)
    assert heating.measure(20)
    assert heating.measure(21)
    assert not heating.measure(22)
