def is_even(n):  # (0) n=2; (2) n=0;
    return n == 0 or is_odd(n - 1)  # (3) __return__=True; (5) __return__=True;


def is_odd(n):  # (1) n=1;
    return n != 0 and is_even(n - 1)  # (4) __return__=True;


def hanoi(n, source, target, spare):  # (8) n=2; source=[2, 1]; target=[]; spare=[]; (9) n=1; source=[2, 1]; target=[]; spare=[]; ...; (22) n=0; source=[]; target=[2, 1]; spare=[];
    if n:  # (11) __return__=None; (14) __return__=None; ...; (23) __return__=None;
        hanoi(n - 1, source, spare, target)  # (16) source=[2]; spare=[1];
        target.append(source.pop())  # (12) source=[2]; target=[1]; (17) source=[]; target=[2]; (21) source=[]; target=[2, 1];
        hanoi(n - 1, spare, target, source)  # (15) __return__=None; (24) __return__=None; (25) target=[2, 1]; spare=[]; __return__=None;


answer = is_even(2)  # (6) answer=True;
left, middle, right = [2, 1], [], []  # (7) left=[2, 1]; middle=[]; right=[];
hanoi(2, left, right, middle)  # (26) left=[]; right=[2, 1];
#: ends finished
