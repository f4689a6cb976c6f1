"""What the tracer does at each event of `sys.monitoring`.

All of it is one closure: what every line that runs reads and writes are its cells, and they always
mean the innermost frame.
"""

import gc
from sys import _getframe, monitoring

from tracemend.running.bounds import PLACES, Stopped
from tracemend.tracing.followed import NOT_STARTED, NOTHING, Followed
from tracemend.tracing.lines import ABSENT, is_own_name

_DISABLE = monitoring.DISABLE
# The clock is looked at when a line runs first, and after so many more times.
_LINES = 31
# A text of so many characters is never cut short.
_PLAIN = 1000
# Python compares numbers within these bounds several times quicker than longer ones.
_LEAST, _MOST = 1 - 2**30, 2**30 - 1


def make_callbacks(tracer, sender, variables, capture):
    """The function for each event by its name; `tracer` says whether it is over."""
    stack, suspended = tracer.stack, tracer.suspended
    add, told = sender.steps.append, sender.calls.append
    stored, all_changes, show = variables.stored, variables.all, variables.show
    facts_of, check_depth = tracer.facts_of, tracer.check_depth
    top = code_now = seen = values = plans = iterations = None
    plan, line_now, place, number = NOTHING, 0, 0, 0
    entries = calls = 0
    # So many steps may wait to be sent.
    room = 1
    # Whether something of the frame is to be put back when a line follows.
    is_odd = True

    def focus(followed):
        """Make this frame the one that the cells mean."""
        nonlocal top, code_now, seen, values, plans, iterations, plan, line_now, place, number
        nonlocal is_odd
        top = followed
        if followed is None:
            code_now = None
            return
        facts = followed.facts
        code_now, plans, place = facts.code, facts.plan_at, facts.place
        seen, values, iterations = followed.seen, followed.values, followed.iterations
        plan, line_now, number = followed.plan, followed.line, followed.call[0]
        is_odd = True

    def leave():
        stack.pop()
        focus(stack[-1] if stack else None)

    def on_line(code, line):
        """A line is about to run: what the one before it changed is a step."""
        nonlocal plan, line_now, is_odd, room
        if code is not code_now:
            return
        try:
            name = plan.only
            if top.is_watched and (not plan.pure or top.looked != entries or top.is_strange):
                record(look_at_all(), line)
            elif name is not None:
                value, before = values[name], seen[name]
                if value is not before:
                    kind = type(value)
                    if kind is not type(before):
                        record(look_at_stores(), line)
                    elif kind is int and _LEAST < value < _MOST:
                        if value != before:
                            seen[name] = value
                            body = plan.body
                            if body is not None and body[0] <= line <= body[1]:
                                iteration = iterations[line_now]
                            else:
                                iteration = top.began
                            if not top.is_told:
                                tell()
                            add((place, line_now, number, iteration, capture.size, name, value))
                            room -= 1
                            if room <= 0:
                                send()
                    elif kind is str and len(value) <= _PLAIN >= len(before):
                        if value != before:
                            seen[name] = value
                            record((name, repr(value)), line)
                    else:
                        record(look_at_stores(), line)
            elif plan.stores:
                record(look_at_stores(), line)
        except KeyError:
            again(line)
        except BaseException as error:
            tracer.mind(error)
        before, line_now = line_now, line
        plan = plans[line]
        body = plan.body
        if body is not None:
            iterations[line] = iterations[line] + 1 if body[0] <= before <= body[1] else 1
        if is_odd:
            top.marked = is_odd = None
            top.began = 0
        plan.hits = hits = plan.hits + 1
        if hits & _LINES == 1:
            poll()

    def again(line):
        """The same as above for a variable that is gone, or new in a namespace."""
        try:
            record(look_at_stores(), line)
        except BaseException as error:
            tracer.mind(error)

    def look_at_stores():
        changes = stored(top, plan)
        return look_at_all() if changes is None else changes

    def look_at_all():
        nonlocal seen
        top.looked = entries
        changes = all_changes(top, line_now)
        seen = top.seen
        return changes

    def record(changes, line):
        """Make a step of the changes; `line` is the one that follows in the frame, or None."""
        nonlocal room
        if not changes:
            return
        iteration, body = top.began, plan.body
        if body is not None and (
            body[0] <= line <= body[1]
            if line is not None
            else top.facts.is_past_for(top.frame.f_lasti)
        ):
            iteration = iterations[line_now]
        if not top.is_told:
            tell()
        add((place, line_now, number, iteration, capture.size, *changes))
        room -= 1
        if room <= 0:
            send()

    def tell():
        top.is_told = True
        told(top.call)

    def send():
        nonlocal room
        room = sender.send_steps()

    def poll():
        try:
            tracer.poll()
        except BaseException as error:
            tracer.mind(error)

    def on_jump(code, offset, target):
        """A jump back within a line is another run of it."""
        if target > offset:
            return _DISABLE
        if code is not code_now:
            return None
        facts = top.facts
        line = facts.line_at(offset)
        is_line = line == facts.line_at(target)
        if facts.loops is not None and target in facts.loops.starts:
            top.turning = facts.loops.starts[target]
        elif not is_line:
            return _DISABLE
        return on_line(code, line) if is_line else None

    def on_branch(code, offset, target):
        """An iteration of a tight loop may begin."""
        nonlocal is_odd
        if code is not code_now:
            return None
        loops = top.facts.loops
        head = loops.heads.get(offset)
        if head is None:
            return _DISABLE
        begins = loops.enters(offset, target)
        if begins:
            count = iterations[~head] + 1 if top.turning == head else 1
            iterations[~head] = count
            top.began = top.began or count
            is_odd = True
        if begins is not None:
            top.turning = -1
        return None

    def on_start(code, _offset):
        nonlocal entries, calls
        if code.co_filename not in PLACES:
            return _DISABLE
        facts = facts_of(code)
        if tracer.over or facts.is_hidden:
            return None
        if top is not None:
            top.line, top.plan = line_now, plan
        entries += 1
        caller = number if top is not None else None
        followed = Followed(facts, (calls, facts.name, len(stack), caller), _getframe(1))
        calls += 1
        stack.append(followed)
        focus(followed)
        try:
            begin(followed, facts)
        except BaseException as error:
            tracer.mind(error)
        check_depth(len(stack))
        return None

    def begin(followed, facts):
        """Arguments are the first step of a call; what else there is already is no change."""
        if facts.is_watched:
            changes = look_at_all()
        else:
            changes = []
            for name, value in values.items():
                if facts.has_own_names and is_own_name(name):
                    continue
                if type(value) is int and _LEAST < value < _MOST:
                    seen[name] = value
                    changes += (name, value)
                else:
                    text = variables.look(followed, name, value, ABSENT)
                    changes += (name, text)
            followed.looked = entries
        if changes and facts.parameters:
            record(facts.arguments_among(changes), 0)

    def on_resume(code, offset, *_):
        """A generator goes on, or meets an exception at its `yield`."""
        nonlocal entries
        if code.co_filename not in PLACES:
            return
        frame = _getframe(1)
        followed = suspended.pop(id(frame), None)
        if followed is None or followed.facts.code is not code:
            on_start(code, offset)
        elif not tracer.over:
            if top is not None:
                top.line, top.plan = line_now, plan
            entries += 1
            stack.append(followed)
            followed.resume(frame)
            focus(followed)

    def on_return(code, _offset, value):
        if code is not code_now:
            return
        facts = top.facts
        try:
            if facts.shows_return and (value is not None or not facts.is_expression):
                is_short = type(value) is int and _LEAST < value < _MOST
                record([*changed(), "__return__", value if is_short else show(value)], None)
            else:
                record(changed(), None)
        except BaseException as error:
            tracer.mind(error)
        leave()

    def changed():
        if top.is_watched and (not plan.pure or top.looked != entries or top.is_strange):
            return look_at_all()
        return look_at_stores() if plan.stores else ()

    def on_yield(code, offset, value):
        if code is not code_now:
            return
        try:
            changes = changed()
            if top.facts.yields(offset):
                changes = [*changes, "__yield__", show(_yielded(value, top.facts))]
            record(changes, None)
        except BaseException as error:
            tracer.mind(error)
        suspended[id(top.frame)] = top
        top.began = 0
        top.line, top.plan = line_now, plan
        top.wait()
        leave()

    def on_unwind(code, _offset, _exception):
        if code is not code_now:
            return
        try:
            record(changed(), None)
        except BaseException as error:
            tracer.mind(error)
        leave()

    def on_raise(code, _offset, exception):
        """The current line raised the exception, or a call on it did."""
        nonlocal is_odd
        if code is not code_now or top.marked in (id(exception), NOT_STARTED):
            # Or it was one call too many: it is the caller's line that raises.
            return
        if isinstance(exception, Stopped):
            tracer.end()
            return
        try:
            if not top.facts.ends_iteration(exception, top.frame.f_lasti):
                top.marked = id(exception)
                top.turning = -1
                is_odd = True
                record([*changed(), "__exception__", show(exception)], None)
                top.began = 0
        except BaseException as error:
            tracer.mind(error)

    def on_reraise(code, offset, exception):
        """A bare `raise`; other re-raising is Python's own."""
        if code is code_now and top.facts.raises(offset):
            on_raise(code, offset, exception)

    return {
        "PY_START": on_start,
        "PY_RESUME": on_resume,
        "PY_THROW": on_resume,
        "LINE": on_line,
        "JUMP": on_jump,
        "BRANCH_LEFT": on_branch,
        "BRANCH_RIGHT": on_branch,
        "PY_RETURN": on_return,
        "PY_YIELD": on_yield,
        "PY_UNWIND": on_unwind,
        "RAISE": on_raise,
        "RERAISE": on_reraise,
    }


def _yielded(value, facts):
    """What a generator yields; an async one's value comes in an object that only refers to it."""
    if not facts.is_async_generator:
        return value
    wrapped = gc.get_referents(value)
    return wrapped[0] if len(wrapped) == 1 else value
