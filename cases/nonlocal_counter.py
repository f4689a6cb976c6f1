def counter():
    count = 0  # (0) count=0;
    history = []  # (1) history=[];

    def step(by=1):  # (2) by=1; (7) by=2; (16) by=5;
        nonlocal count
        count += by  # (3) count=1; (8) count=3; (17) count=5;
        history.append(count)  # (4) history=[1]; (9) history=[1, 3]; (18) history=[1, 3, 5];
        return count  # (5) __return__=1; (10) __return__=3; (19) __return__=5;

    def reset():
        nonlocal count
        count = 0  # (12) count=0; __return__=None;

    step()  # (6) count=1; history=[1];
    step(2)  # (11) count=3; history=[1, 3];
    reset()  # (13) count=0;
    return step, history  # (14) __return__=(<function step>, [1, 3]);


step, history = counter()  # (15) step=<function step>; history=[1, 3];
step(5)  # (20) history=[1, 3, 5];
#: ends finished
