import asyncio


async def put(queue):  # (4) queue=<Queue maxsize=1>;
    for item in range(2):  # (5) item=0; (7) item=1;
        await queue.put(item)  # (6) queue=<Queue maxsize=1 _queue=[0] tasks=1>; (8) queue=<Queue maxsize=1 _queue=[0] _putters[1] tasks=1>; (13) queue=<Queue maxsize=1 _queue=[1] tasks=2>;
    await queue.put(None)  # (14) queue=<Queue maxsize=1 _queue=[1] _putters[1] tasks=2>; (18) queue=<Queue maxsize=1 _queue=[None] tasks=3>; __return__=None;


async def take(queue):  # (9) queue=<Queue maxsize=1 _queue=[0] _putters[1] tasks=1>; (31) queue=None;
    total = 0  # (10) total=0; (32) total=0;
    while (item := await queue.get()) is not None:  # (11) queue=<Queue maxsize=1 tasks=1>; item=0; (12) queue=<Queue maxsize=1 _getters[1] tasks=1>; (15) queue=<Queue maxsize=1 tasks=2>; item=1; ...; (33) __exception__=AttributeError("'NoneType' object has no attribute 'get'");
        total += item  # (16) total=1;
    return total  # (20) __return__=1;


async def slow():
    await asyncio.sleep(30)  # (24) __exception__=CancelledError();


async def main():
    queue = asyncio.Queue(1)  # (0) queue=<Queue maxsize=1>;
    async with asyncio.TaskGroup() as group:  # (1) group=<TaskGroup entered>; (21) queue=<Queue maxsize=1 tasks=3>; group=<TaskGroup entered>; taking=<Task finished name='Task-3' coro=<take() done, defined at <program>:10> result=1>;
        group.create_task(put(queue))  # (2) group=<TaskGroup tasks=1 entered>;
        taking = group.create_task(take(queue))  # (3) group=<TaskGroup tasks=2 entered>; taking=<Task pending name='Task-3' coro=<take() running at <program>:10> cb=[TaskGroup._on_task_done()]>;
    total = taking.result()  # (22) total=1;
    name = taking.get_name()  # (23) name='Task-3';
    try:
        async with asyncio.timeout(0.001):  # (26) __exception__=TimeoutError();
            await slow()  # (25) __exception__=CancelledError();
    except TimeoutError:
        total = -total  # (27) total=-1;
    waited = await asyncio.to_thread(lambda: total)  # (28) __return__=-1; (29) waited=-1;
    try:
        async with asyncio.TaskGroup() as group:  # (34) group=<TaskGroup cancelling>; __exception__=ExceptionGroup('unhandled errors in a TaskGroup', [AttributeError("'NoneType' object has no attribute 'get'")]);
            group.create_task(take(None))  # (30) group=<TaskGroup tasks=1 entered>;
    except* AttributeError as errors:  # (35) errors=ExceptionGroup('unhandled errors in a TaskGroup', [AttributeError("'NoneType' object has no attribute 'get'")]);
        kinds = [type(error).__name__ for error in errors.exceptions]  # (36) error=AttributeError("'NoneType' object has no attribute 'get'"); (37) kinds=['AttributeError'];
    return waited  # (38) __return__=-1;


done = asyncio.run(main())  # (39) done=-1;
#: ends finished
