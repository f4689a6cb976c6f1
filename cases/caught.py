def divide(a, b):  # (0) a=4; b=2; (6) a=1; b=0;
    try:
        result = a / b  # (1) result=2.0; (7) __exception__=ZeroDivisionError('division by zero');
    except ZeroDivisionError as error:  # (8) error=ZeroDivisionError('division by zero');
        result = None  # (9) result=None;
    else:
        result += 1  # (2) result=3.0;
    finally:
        done = True  # (3) done=True; (10) done=True;
    return result  # (4) __return__=3.0; (11) __return__=None;


good = divide(4, 2)  # (5) good=3.0;
bad = divide(1, 0)  # (12) bad=None;
#: ends finished
