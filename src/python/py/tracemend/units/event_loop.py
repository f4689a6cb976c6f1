"""Running one coroutine to its end where the interpreter has no event loop that can block."""

import asyncio
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
    with asyncio.Runner(loop_factory=BlockingLoop) as runner:
        return runner.run(_await(coroutine))


async def _await(awaitable):
    return await awaitable
