import asyncio


async def double(n):  # (3) n=1; (4) n=2;
    await asyncio.sleep(0)
    return n * 2  # (5) __return__=2; (6) __return__=4;


async def total(numbers):  # (0) numbers=[1, 2];
    doubled = await asyncio.gather(*(double(n) for n in numbers))  # (1) n=1; __yield__=<coroutine double>; (2) n=2; __yield__=<coroutine double>; (7) doubled=[2, 4];
    return sum(doubled)  # (8) __return__=6;


result = asyncio.run(total([1, 2]))  # (9) result=6;
#: ends finished
