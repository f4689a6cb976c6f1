n = int(input())  # (0) n=2;
total = 0  # (1) total=0;
for _ in range(n):  # (2) _=0; (5) _=1;
    a, b = map(int, input().split())  # (3) a=1; b=2; (6) a=3; b=4;
    total += a - b  # (4) total=-1; (7) total=-2;
print(total)
#: tests
--- stdin
2
1 2
3 4
--- stdout
10
#: prints -2\n
#: ends finished
