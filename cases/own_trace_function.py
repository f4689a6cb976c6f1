import sys


def quiet():
    a = 1  # (0) a=1;
    sys.settrace(None)
    return a  # (1) __return__=1;


x = quiet()  # (2) x=1;
#: ends finished
