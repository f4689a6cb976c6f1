def ways(n, memo={0: 1}):  # (0) n=3; memo={0: 1}; (1) n=2; memo={0: 1}; ...; (13) n=1; memo={0: 1, 1: 1, 2: 2};
    if n < 0:
        return 0  # (6) __return__=0;
    if n not in memo:
        memo[n] = ways(n - 1) + ways(n - 2)  # (7) memo={0: 1, 1: 1}; (11) memo={0: 1, 1: 1, 2: 2}; (15) memo={0: 1, 1: 1, 2: 2, 3: 3};
    return memo[n]  # (4) __return__=1; (8) __return__=1; ...; (16) __return__=3;


def depth(tree):  # (18) tree=[1, [2, []]]; (19) tree=1; ...; (24) tree=[];
    return 1 + max(map(depth, tree), default=0) if isinstance(tree, list) else 0  # (20) __return__=0; (23) __return__=0; ...; (27) __return__=3;


three = ways(3)  # (17) three=3;
deep = depth([1, [2, []]])  # (28) deep=3;
#: ends finished
