total = 0  # (0) total=0;
seen = []  # (1) seen=[];


def add(n):  # (4) n=2; (9) n=2; (17) n=1;
    global total, fresh
    total += n  # (5) total=2; (10) total=4; (18) total=5;
    seen.append(n)  # (6) seen=[2]; (11) seen=[2, 2]; (19) seen=[2, 2, 1];
    fresh = n  # (7) fresh=2; __return__=None; (12) __return__=None; (20) fresh=1; __return__=None;


def twice(n):  # (2) n=2;
    before = total  # (3) before=0;
    add(n)  # (8) total=2; seen=[2];
    add(n)  # (13) total=4; seen=[2, 2];
    return total - before, len(seen)  # (14) __return__=(4, 2);


def forget():
    global fresh
    del fresh  # (16) __return__=None;


both = twice(2)  # (15) total=4; seen=[2, 2]; fresh=2; both=(4, 2);
forget()
add(1)  # (21) total=5; seen=[2, 2, 1]; fresh=1;
#: ends finished
