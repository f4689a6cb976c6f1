import sys


def quiet():
    a = 1  # (0) a=1;
    sys.settrace(None)
    return a


x = quiet()
#: ends finished
