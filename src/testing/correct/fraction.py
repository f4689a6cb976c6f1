# title: Fraction
# kind: classes
# instruction: A fraction in lowest terms, with addition.

class Fraction:
    def __init__(self, top, bottom):
        divisor = common_divisor(top, bottom)
        self.top = top // divisor
        self.bottom = bottom // divisor

    def plus(self, other):
        top = self.top * other.bottom + other.top * self.bottom
        return Fraction(top, self.bottom * other.bottom)

    def as_text(self):
        return f"{self.top}/{self.bottom}"


def common_divisor(a, b):
    while b:
        a, b = b, a % b
    return a

# --- tests
assert Fraction(2, 4).as_text() == "1/2"
assert Fraction(1, 2).plus(Fraction(1, 3)).as_text() == "5/6"
assert Fraction(3, 4).plus(Fraction(1, 4)).as_text() == "1/1"
assert common_divisor(12, 18) == 6
