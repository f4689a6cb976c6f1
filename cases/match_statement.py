def area(shape):  # (0) shape={'circle': 2}; (4) shape=[2, 5]; (8) shape='?';
    match shape:
        case {"circle": radius}:  # (1) radius=2;
            return 3 * radius**2  # (2) __return__=12;
        case [width, height] if width > 0:  # (5) width=2; height=5;
            return width * height  # (6) __return__=10;
        case _:
            return None  # (9) __return__=None;


a = area({"circle": 2})  # (3) a=12;
b = area([2, 5])  # (7) b=10;
c = area("?")  # (10) c=None;
#: ends finished
