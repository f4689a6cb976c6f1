n = 0  # (0) n=0;
while True:
    n += 1  # (1) n=1; (2) n=2; ...; (7) n=7;
#: limits steps=8
#: ends stepLimit
