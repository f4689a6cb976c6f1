def reader(shared):  # (2) shared=[1];
    local = [0]  # (3) local=[0];
    while shared:  # (14) __return__=None;
        got = yield shared[-1]  # (4) __yield__=1; (7) shared=[1, 2]; got='x'; ...; (12) shared=[]; got=None;
        local.append(got)  # (8) local=[0, 'x']; (13) local=[0, 'x', None];


def cells():
    count = 0  # (17) count=0;

    def bump():
        nonlocal count
        count += 1  # (20) count=1;
        return count  # (21) __return__=1;

    yield bump  # (18) __yield__=<function bump>; (22) count=1;
    yield count  # (23) __yield__=1;


shared = [1]  # (0) shared=[1];
read = reader(shared)  # (1) read=<generator reader>;
first = next(read)  # (5) first=1;
shared.append(2)  # (6) shared=[1, 2];
second = read.send("x")  # (10) second=2;
shared.clear()  # (11) shared=[];
rest = list(read)  # (15) rest=[];
pair = cells()  # (16) pair=<generator cells>;
bump = next(pair)  # (19) bump=<function bump>;
bump()
seen = next(pair)  # (24) seen=1;
#: ends finished
