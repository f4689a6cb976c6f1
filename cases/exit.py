import sys

code = 3  # (0) code=3;
try:
    sys.exit(code)  # (1) __exception__=SystemExit(3);
finally:
    code = 4  # (2) code=4;
#: ends raised SystemExit
