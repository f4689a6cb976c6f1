"""Running coroutines to their end where the interpreter has no event loop that can block."""

import asyncio
import itertools
import time

# Python's own count goes on from run to run, so that no trace would repeat.
_task_numbers = itertools.count(1)


class _Waiting:
    """A selector without files: waiting for events is sleeping."""

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError(
                "every task waits, and none is left that could wake another: "
                "this would wait for ever"
            )
        if timeout:
            # On a clock that stands still, looking at it takes millionths of a second.
            time.sleep(round(timeout, 3) or timeout)
        return []

    def close(self):
        pass


class BlockingLoop(asyncio.BaseEventLoop):
    """An event loop of timers and callbacks alone, for `asyncio.run` and `async def` tests."""

    def __init__(self):
        super().__init__()
        self._selector = _Waiting()

    def create_task(self, coro, *, name=None, **rest):
        if name is None:
            name = f"Task-{next(_task_numbers)}"
        return super().create_task(coro, name=name, **rest)

    def run_in_executor(self, executor, func, *args):
        """Threads cannot be had: without an executor of its own, the function runs at once."""
        if executor is not None:
            return super().run_in_executor(executor, func, *args)
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except KeyboardInterrupt, SystemExit:
            raise
        except BaseException as error:
            future.set_exception(error)
        return future

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


class _Policy(asyncio.events._AbstractEventLoopPolicy):
    """Gives programs that ask for an event loop one that can block."""

    def __init__(self):
        self._loop = None

    def get_event_loop(self):
        if self._loop is None:
            raise RuntimeError("There is no current event loop.")
        return self._loop

    def set_event_loop(self, loop):
        self._loop = loop

    def new_event_loop(self):
        return BlockingLoop()


class blocking_loops:
    """Make `asyncio.run` work: the interpreter's own loop needs stack switching, not to be had."""

    def __enter__(self):
        global _task_numbers
        _task_numbers = itertools.count(1)
        self._policy = asyncio.events._get_event_loop_policy()
        asyncio.events._set_event_loop_policy(_Policy())
        self._hidden = no_running_loop()
        self._hidden.__enter__()

    def __exit__(self, *_):
        self._hidden.__exit__()
        asyncio.events._set_event_loop_policy(self._policy)
        return False


def run_coroutine(coroutine):
    """The result of an awaitable; its exception propagates."""
    with no_running_loop(), asyncio.Runner(loop_factory=BlockingLoop) as runner:
        return runner.run(_await(coroutine))


class no_running_loop:
    """Hide the interpreter's own loop, which runs all the time, so that another may run."""

    def __enter__(self):
        self._running = asyncio._get_running_loop()
        asyncio._set_running_loop(None)

    def __exit__(self, *_):
        asyncio._set_running_loop(self._running)
        return False


async def _await(awaitable):
    return await awaitable
