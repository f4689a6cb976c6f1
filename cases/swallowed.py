def first_number(texts):  # (0) texts=['x', '7'];
    for text in texts:  # (1) text='x'; (3) text='7';
        try:
            return int(text)  # (2) __exception__=ValueError("invalid literal for int() with base 10: 'x'"); (4) __return__=7;
        except ValueError:
            pass
    return -1


a = first_number(["x", "7"])  # (5) a=7;
#: ends finished
