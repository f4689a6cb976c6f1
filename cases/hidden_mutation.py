class Meter:
    def __init__(self, log):  # (1) self=Meter(); log=[];
        self.log = log  # (2) self=Meter(log=[]); __return__=None;

    @property
    def reading(self):  # (4) self=Meter(log=[]);
        self.log.append("read")  # (5) self=Meter(log=['read']);
        return len(self.log)  # (6) __return__=1;

    def __eq__(self, other):  # (8) self=Meter(log=['read']); other=1;
        self.log.append("compared")  # (9) self=Meter(log=['read', 'compared']);
        return False  # (10) __return__=False;

    def __getattr__(self, name):  # (12) self=Meter(log=['read', 'compared']); name='missing';
        self.log.append(name)  # (13) self=Meter(log=['read', 'compared', 'missing']);
        return 0  # (14) __return__=0;

    def __contains__(self, item):  # (16) self=Meter(log=['read', 'compared', 'missing']); item=7;
        self.log.append(item)  # (17) self=Meter(log=['read', 'compared', 'missing', 7]);
        return True  # (18) __return__=True;

    def __bool__(self):  # (20) self=Meter(log=['read', 'compared', 'missing', 7]);
        self.log.append("asked")  # (21) self=Meter(log=['read', 'compared', 'missing', 7, 'asked']);
        return True  # (22) __return__=True;

    def __format__(self, spec):  # (24) self=Meter(log=['read', 'compared', 'missing', 7, 'asked']); spec='x';
        self.log.append(spec)  # (25) self=Meter(log=['read', 'compared', 'missing', 7, 'asked', 'x']);
        return "m"  # (26) __return__='m';


log = []  # (0) log=[];
meter = Meter(log)  # (3) meter=Meter(log=[]);
n = meter.reading  # (7) log=['read']; meter=Meter(log=['read']); n=1;
same = meter == n  # (11) log=['read', 'compared']; meter=Meter(log=['read', 'compared']); same=False;
zero = meter.missing  # (15) log=['read', 'compared', 'missing']; meter=Meter(log=['read', 'compared', 'missing']); zero=0;
has = 7 in meter  # (19) log=['read', 'compared', 'missing', 7]; meter=Meter(log=['read', 'compared', 'missing', 7]); has=True;
if meter:  # (23) log=['read', 'compared', 'missing', 7, 'asked']; meter=Meter(log=['read', 'compared', 'missing', 7, 'asked']);
    text = f"{meter:x}"  # (27) log=['read', 'compared', 'missing', 7, 'asked', 'x']; meter=Meter(log=['read', 'compared', 'missing', 7, 'asked', 'x']); text='m';
del log[:]  # (28) log=[]; meter=Meter(log=[]);
#: ends finished
