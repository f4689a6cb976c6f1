n = 0  # (0) n=0;
while n < 40:
    n += 1  # (1) n=1; (2) n=2; ...; (41) n=40;
    if n > 38:
        last = n  # (40) last=39; (42) last=40;
#: limits steps=8
#: ends finished
