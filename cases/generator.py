def countdown(n):  # (0) n=2; (12) n=5;
    while n > 0:
        sent = yield n  # (1) __yield__=2; (4) sent=None; ...; (19) sent=None;
        n -= sent or 1  # (5) n=1; (9) n=0; ...; (20) n=0;
    return "done"  # (10) __return__='done'; (21) __return__='done';


for value in countdown(2):  # (2) value=2; (7) value=1;
    last = value  # (3) last=2; (8) last=1;

steps = countdown(5)  # (11) steps=<generator countdown>;
top = next(steps)  # (14) top=5;
low = steps.send(4)  # (18) low=1;
try:
    next(steps)  # (22) __exception__=StopIteration('done');
except StopIteration as stop:  # (23) stop=StopIteration('done');
    end = stop.value  # (24) end='done';
#: ends finished
