# title: Leap years
# kind: wrong condition
# instruction: Tell whether a year is a leap year in the Gregorian calendar.

def is_leap(year):
    """Whether the Gregorian year has 366 days.

    >>> is_leap(2024)
    True
    >>> is_leap(2023)
    False
    >>> is_leap(1900)
    False
    >>> is_leap(2000)
    True
    """
    return year % 4 == 0 and year % 100 != 0 and year % 400 == 0

# --- tests
