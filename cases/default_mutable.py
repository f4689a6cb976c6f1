def remember(item, seen=[]):  # (0) item='a'; seen=[]; (4) item='b'; seen=['a'];
    seen.append(item)  # (1) seen=['a']; (5) seen=['a', 'b'];
    return seen  # (2) __return__=['a']; (6) __return__=['a', 'b'];


first = remember("a")  # (3) first=['a'];
second = remember("b")  # (7) first=['a', 'b']; second=['a', 'b'];
#: ends finished
