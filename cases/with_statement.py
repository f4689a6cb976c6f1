class Lock:
    def __init__(self):  # (0) self=Lock();
        self.held = 0  # (1) self=Lock(held=0); __return__=None;

    def __enter__(self):  # (3) self=Lock(held=0); (12) self=Lock(held=0);
        self.held += 1  # (4) self=Lock(held=1); (13) self=Lock(held=1);
        return self  # (5) __return__=Lock(held=1); (14) __return__=Lock(held=1);

    def __exit__(self, kind, error, traceback):  # (8) self=Lock(held=1); kind=None; error=None; traceback=None; (17) self=Lock(held=1); kind=<class 'KeyError'>; error=KeyError('k'); traceback=<traceback>;
        self.held -= 1  # (9) self=Lock(held=0); (18) self=Lock(held=0);
        return kind is KeyError  # (10) __return__=False; (19) __return__=True;


lock = Lock()  # (2) lock=Lock(held=0);
with lock as mine:  # (6) lock=Lock(held=1); mine=Lock(held=1); (11) lock=Lock(held=0); mine=Lock(held=0);
    inside = mine.held  # (7) inside=1;
with lock:  # (15) lock=Lock(held=1); mine=Lock(held=1); (20) lock=Lock(held=0); mine=Lock(held=0);
    raise KeyError("k")  # (16) __exception__=KeyError('k');
after = lock.held  # (21) after=0;
#: ends finished
