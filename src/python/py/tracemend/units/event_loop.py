"""Running one coroutine to its end where the interpreter has no event loop that can block."""

import asyncio
import contextlib
import time


class _Waiting:
    """A selector without files: waiting for events is sleeping."""

    def select(self, timeout):
        if timeout:
            time.sleep(timeout)
        return []

    def close(self):
        pass


class BlockingLoop(asyncio.BaseEventLoop):
    """An event loop of timers and callbacks alone, for `async def` tests."""

    def __init__(self):
        super().__init__()
        self._selector = _Waiting()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


def run_coroutine(coroutine):
    """The result of an awaitable; its exception propagates."""
    with no_running_loop(), asyncio.Runner(loop_factory=BlockingLoop) as runner:
        return runner.run(_await(coroutine))


@contextlib.contextmanager
def no_running_loop():
    """Hide the interpreter's own loop, which runs all the time, so that another may run."""
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(running)


async def _await(awaitable):
    return await awaitable
