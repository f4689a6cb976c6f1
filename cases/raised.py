def parse(text):  # (3) text='1'; (8) text='x';
    number = int(text)  # (4) number=1; (9) __exception__=ValueError("invalid literal for int() with base 10: 'x'");
    return number  # (5) __return__=1;


def total(texts):  # (0) texts=['1', 'x'];
    result = 0  # (1) result=0;
    for text in texts:  # (2) text='1'; (7) text='x';
        result += parse(text)  # (6) result=1; (10) __exception__=ValueError("invalid literal for int() with base 10: 'x'");
    return result


total(["1", "x"])  # (11) __exception__=ValueError("invalid literal for int() with base 10: 'x'");
#: ends raised ValueError
