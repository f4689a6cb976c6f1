def depth(tree):  # (7) tree=[[], [[]]]; (8) tree=[]; ...; (12) tree=[];
    if not tree:
        return 0  # (9) __return__=0; (13) __return__=0;
    return 1 + max(depth(branch) for branch in tree)  # (10) branch=[]; __yield__=0; (14) branch=[]; __yield__=0; ...; (17) __return__=2;


def factorial(n):  # (0) n=2; (1) n=1; (2) n=0;
    if n == 0:
        return 0  # (3) __return__=0;
    return n * factorial(n - 1)  # (4) __return__=0; (5) __return__=0;


answer = factorial(2)  # (6) answer=0;
levels = depth([[], [[]]])  # (18) levels=2;
#: ends finished
