def attempt(value, log):  # (1) value=2; log=[]; (7) value=0; log=['fine', 'finally'];
    try:
        result = 1 / value  # (2) result=0.5; (8) __exception__=ZeroDivisionError('division by zero');
    except ZeroDivisionError:
        log.append("caught")  # (9) log=['fine', 'finally', 'caught'];
        return "error"
    else:
        log.append("fine")  # (3) log=['fine'];
    finally:
        log.append("finally")  # (4) log=['fine', 'finally']; (10) log=['fine', 'finally', 'caught', 'finally']; __return__='error';
    return result  # (5) __return__=0.5;


def overridden():
    try:
        return 1
    finally:
        return_value = 2  # (12) return_value=2; __return__=1;


def loop():
    for i in range(3):  # (14) i=0; (16) i=1; (18) i=2;
        try:
            if i == 1:
                continue
            if i == 2:
                break
        finally:
            last = i  # (15) last=0; (17) last=1; (19) last=2;
    return last  # (20) __return__=2;


log = []  # (0) log=[];
good = attempt(2, log)  # (6) log=['fine', 'finally']; good=0.5;
bad = attempt(0, log)  # (11) log=['fine', 'finally', 'caught', 'finally']; bad='error';
kept = overridden()  # (13) kept=1;
seen = loop()  # (21) seen=2;
try:
    try:
        log.missing  # (22) __exception__=AttributeError("'list' object has no attribute 'missing'");
    finally:
        log.clear()  # (23) log=[];
except AttributeError:
    pass
#: ends finished
