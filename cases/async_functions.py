async def fetch(n):  # (1) n=2;
    return n * 2  # (2) __return__=4;


async def numbers():
    yield 1  # (4) __yield__=1;
    yield 2  # (7) __yield__=2; (10) __return__=None;


async def main():
    total = await fetch(2)  # (3) total=4;
    async for n in numbers():  # (5) n=1; (8) n=2;
        total += n  # (6) total=5; (9) total=7;
    return total  # (11) __return__=7;


job = main()  # (0) job=<coroutine main>;
try:
    job.send(None)  # (12) __exception__=StopIteration(7);
except StopIteration as stop:  # (13) stop=StopIteration(7);
    result = stop.value  # (14) result=7;
#: ends finished
