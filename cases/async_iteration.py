import asyncio


async def ticks(n):  # (10) n=2; (21) n=2;
    for i in range(n):  # (11) i=0; (22) i=0; (25) i=1; ...; (35) __return__=None;
        await asyncio.sleep(0)
        yield i  # (23) __yield__=0; (26) __yield__=0; ...; (33) __yield__=1;


class Door:
    async def __aenter__(self):  # (2) self=Door(); (13) self=Door();
        self.open = True  # (3) self=Door(open=True); (14) self=Door(open=True);
        return self  # (4) __return__=Door(open=True); (15) __return__=Door(open=True);

    async def __aexit__(self, *error):  # (7) self=Door(open=True); error=(None, None, None); (18) self=Door(open=True); error=(None, None, None);
        self.open = False  # (8) self=Door(open=False); __return__=None; (19) self=Door(open=False); __return__=None;


async def work(name, log):  # (1) name='a'; log=[]; (12) name='b'; log=[('a', True)];
    async with Door() as door:  # (5) door=Door(open=True); (9) door=Door(open=False); ...; (20) door=Door(open=False);
        log.append((name, door.open))  # (6) log=[('a', True)]; (17) log=[('a', True), ('b', True)];
    return [i async for i in ticks(2)]  # (24) log=[('a', True), ('b', True)]; i=0; (27) i=0; ...; (36) __return__=[0, 1];


async def main():
    log = []  # (0) log=[];
    found = await asyncio.gather(work("a", log), work("b", log))  # (37) log=[('a', True), ('b', True)]; found=[[0, 1], [0, 1]];
    return found, log  # (38) __return__=([[0, 1], [0, 1]], [('a', True), ('b', True)]);


result = asyncio.run(main())  # (39) result=([[0, 1], [0, 1]], [('a', True), ('b', True)]);
#: ends finished
