def pairs(n):  # (0) n=3;
    found = []  # (1) found=[];
    for a in range(n):  # (2) a=0; (4) a=1; (8) a=2;
        for b in range(a):  # (5) b=0; (10) b=1;
            if b == 1:
                continue
            found.append((a, b))  # (6) found=[0, (1, 0)]; (9) found=[0, (1, 0), 1, (2, 0)];
        else:
            found.append(a)  # (3) found=[0]; (7) found=[0, (1, 0), 1]; (11) found=[0, (1, 0), 1, (2, 0), 2];
    return found  # (12) __return__=[0, (1, 0), 1, (2, 0), 2];


def count_down(n):  # (22) n=9;
    while n:
        n -= 1  # (23) n=8; (24) n=7; ...; (28) n=3;
        while n % 2: n -= 1  # (25) n=6; (27) n=4; (29) n=2;
        if n == 2:
            break
    while (half := n // 2):  # (30) half=1; (32) half=0;
        n = half  # (31) n=1;
    return n  # (33) __return__=1;


rest = pairs(3)  # (13) rest=[0, (1, 0), 1, (2, 0), 2];
for _ in range(2):  # (14) _=0; (18) _=1;
    for item in rest:  # (15) item=0; (16) item=(1, 0); (17) item=1; ...; (21) item=1;
        if item == 1:
            break
for item in []: pass
count_down(9)
for x, y in [(1, 2), (1, 2), (3, 4)]:  # (34) x=1; y=2; (36) x=3; y=4;
    z = x  # (35) z=1; (37) z=3;
grid = [[i * j for j in range(i) if j] for i in range(3)]  # (38) i=0; (39) i=1; j=0; ...; (42) grid=[[], [], [2]];
for row in [r for r in grid if r]: row.append(sum(i for i in row))  # (43) r=[]; (44) r=[2]; (45) i=2; __yield__=2; (46) grid=[[], [], [2, 2]]; row=[2, 2];
tries = 0  # (47) tries=0;
while tries < 5: tries += 1; z = [k for k in (tries,)]  # (48) tries=1; k=1; (49) z=[1]; (50) tries=2; k=2; ...; (57) z=[5];
while True:
    tries -= 1  # (58) tries=4; (59) tries=3; (60) tries=2;
    if tries < 3: break
for a, b in [(1, 2), (3,)]:  # (61) a=1; b=2; (63) __exception__=ValueError('not enough values to unpack (expected 2, got 1)');
    z = a  # (62) z=1;
#: ends raised ValueError
