n = 0  # (0) n=0;
while True:
    try:
        n += 1  # (1) n=1; (2) n=2; ...; (5) n=5;
    except BaseException:
        pass
#: limits steps=6
#: ends stepLimit
