hits = 0  # (0) hits=0;
log = []  # (1) log=[];


def visit(name):  # (2) name='a'; (6) name='b';
    global hits
    hits += 1  # (3) hits=1; (7) hits=2;
    log.append(name)  # (4) log=['a']; __return__=None; (8) log=['a', 'b']; __return__=None;


visit("a")  # (5) hits=1; log=['a'];
visit("b")  # (9) hits=2; log=['a', 'b'];
#: ends finished
