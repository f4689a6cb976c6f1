n = 5  # (0) n=5;
xs = [n for n in range(2)]  # (1) n=0; (2) n=1; (3) n=5; xs=[0, 1];
y = n  # (4) y=5;
#: ends finished
