import type { WireStep } from "../packedSteps";
import type { TraceEvent } from "../protocol";
import { realNow } from "../realTime";
import type { Pointer } from "./api";
import { raised, type Cpython } from "./cpython";
import { Classes } from "./classes";
import { Calls } from "./calls";
import { Codes } from "./codes";
import type { Code } from "./facts";
import { Followed, notStarted } from "./followed";
import { Eye } from "./seen";
import { Sender, type WireCall } from "./sending";
import { Values } from "./values";
import { FunctionVariables } from "./functionVariables";
import { NamespaceVariables } from "./namespaceVariables";
import { Changes, type Variables } from "./variables";

/** What `tracer.py` hands over: the limit of steps, and where things of Python's are. */
export type Start = {
  limit: number;
  /** 32-bit words: how many characters were printed, and how deep calls may be. */
  printed: Pointer;
  depth: Pointer;
  disable: Pointer;
  stopped: Pointer;
  /** Functions of Python's. */
  learn: Pointer;
  show: Pointer;
  yielded: Pointer;
  look: Pointer;
  plainName: Pointer;
  output: Pointer;
  tooDeep: Pointer;
  poll: Pointer;
  end: Pointer;
};

/** The clock is looked at when a line runs first, and after so many more times. */
const lines = 31;
/** Milliseconds. */
const betweenPolls = 20;

/**
 * Records what the user's code does: each event of `sys.monitoring` calls the method of its name.
 *
 * A LINE event arrives before its line runs, so a change that is seen at an event belongs to the line
 * that ran before it in the same frame (NExT, arXiv:2404.14662, gives the form; `trace.ts` the shape).
 * A method gives what its callback returns: None, `DISABLE`, or 0 where an exception is set.
 */
export class Recording {
  private readonly sender: Sender;
  private readonly values: Values;
  readonly classes: Classes;
  private readonly eye: Eye;
  private readonly codes: Codes;
  private readonly calls = new Calls();
  private entries = 0;
  private begun = 0;
  private printed = 0;
  private readonly changes = new Changes();
  /** The step that is made, taken again for each. */
  private readonly step: WireStep = {
    place: 0,
    line: 0,
    call: 0,
    iteration: 0,
    printed: 0,
    changes: [],
  };
  private nextPoll = 0;
  private isOver = false;
  private defect: unknown = null;

  constructor(
    private readonly python: Cpython,
    private readonly start: Start,
    /** Room for three words. */
    private readonly room: Pointer,
    emit: (event: TraceEvent) => void,
  ) {
    this.values = new Values(python, start.show);
    this.codes = new Codes(python, this.values, start.learn);
    this.classes = new Classes(python, this.values, start.plainName);
    this.eye = new Eye({ python, values: this.values, classes: this.classes, room }, start.look);
    this.sender = new Sender(emit, start.limit, {
      output: () => this.output(),
      hits: () => this.codes.hits(),
      living: () => Array.from(this.calls.all(), ({ call }) => call[0]),
    });
  }

  /** Record nothing any more. */
  end(): void {
    this.isOver = true;
  }

  /** Send what is left, and keep nothing of the program's; gives what went wrong in here. */
  finish(): string {
    this.sender.finish();
    this.calls.drop();
    this.classes.drop();
    const { defect } = this;
    return defect === null ? "" : defect instanceof Error ? defect.message : "unknown";
  }

  /** What a callback returns that threw: what the recorder threw by itself is noted. */
  caught(error: unknown): Pointer {
    if (error === raised) return 0;
    this.defect ??= error;
    return this.python.none;
  }

  /** A line is about to run: what the one before it changed is a step. */
  line(code: Pointer, line: number): Pointer {
    const { top } = this.calls;
    if (top === null || code !== this.calls.code) return this.python.none;
    const before = top.line;
    const changes = this.changed(top);
    if (changes.count > 0) this.record(top, changes, before.isBody(line));
    const next = top.code.lines[line] ?? top.code.before;
    top.line = next;
    if (next.isHeader) top.iterate(line, next.isBody(before.line));
    if (top.isOdd) {
      top.isOdd = false;
      top.marked = null;
      top.began = 0;
    }
    next.hits += 1;
    if ((next.hits & lines) === 1) this.poll();
    return this.python.none;
  }

  /** A jump back within a line is another run of it. */
  jump(code: Pointer, offset: number, target: number): Pointer {
    if (target > offset) return this.disable();
    const { top } = this.calls;
    if (top === null || code !== this.calls.code) return this.python.none;
    const line = top.code.lineAt(offset);
    const isLine = line !== null && line === top.code.lineAt(target);
    const start = top.code.loops?.starts.get(target);
    if (start !== undefined) top.turning = start;
    else if (!isLine) return this.disable();
    return isLine ? this.line(code, line) : this.python.none;
  }

  /** An iteration of a tight loop may begin. */
  branch(code: Pointer, offset: number, target: number): Pointer {
    const { top } = this.calls;
    if (top === null || code !== this.calls.code) return this.python.none;
    const head = top.code.loops?.heads.get(offset);
    if (head === undefined) return this.disable();
    const begins = top.code.loops?.enters(offset, target) ?? null;
    if (begins === true) {
      const count = top.iterate(~head, top.turning === head);
      top.began = top.began === 0 ? count : top.began;
      top.isOdd = true;
    }
    if (begins !== null) top.turning = -1;
    return this.python.none;
  }

  started(at: Pointer): Pointer {
    const { python, calls } = this;
    const code = this.codes.of(at);
    if (code === null) return this.disable();
    if (this.isOver || code.facts.isHidden) return python.none;
    const frame = python.frame();
    const caller = calls.top === null ? null : calls.top.call[0];
    const call: WireCall = [this.begun, code.facts.name, calls.depth, caller];
    this.entries += 1;
    this.begun += 1;
    const followed = new Followed(code, frame, call, this.variablesOf(code, frame));
    calls.enter(followed);
    this.begin(followed);
    const isTooDeep = calls.depth >= python.word(this.start.depth);
    if (isTooDeep) this.values.release(python.call(this.start.tooDeep, 0));
    return python.none;
  }

  /** An exception meets a generator at its `yield`. */
  thrown(code: Pointer): Pointer {
    const result = this.resumed(code);
    // This event cannot be disabled.
    return result === this.start.disable ? this.python.none : result;
  }

  /** A generator goes on. */
  resumed(code: Pointer): Pointer {
    const followed = this.calls.resume(this.python.frame(), code);
    if (followed === null) return this.started(code);
    this.entries += 1;
    followed.looked = -1;
    return this.python.none;
  }

  returned(code: Pointer, value: Pointer): Pointer {
    const { top } = this.calls;
    if (top === null || code !== this.calls.code) return this.python.none;
    const changes = this.changed(top);
    const { facts } = top.code;
    if (facts.isFunction && (value !== this.python.none || !facts.isExpression)) {
      changes.add("__return__", this.values.scalar(value) ?? this.values.shown(value));
    }
    if (changes.count > 0) this.record(top, changes, this.isPastFor(top));
    this.calls.end(top);
    return this.python.none;
  }

  yielded(code: Pointer, offset: number, value: Pointer): Pointer {
    const { top } = this.calls;
    if (top === null || code !== this.calls.code) return this.python.none;
    const changes = this.changed(top);
    if (top.code.yields.has(offset)) {
      const { isAsyncGenerator } = top.code.facts;
      const text = isAsyncGenerator
        ? this.values.taken(this.python.call(this.start.yielded, 1, value))
        : (this.values.scalar(value) ?? this.values.shown(value));
      changes.add("__yield__", text);
    }
    if (changes.count > 0) this.record(top, changes, this.isPastFor(top));
    top.began = 0;
    this.calls.suspend(top);
    return this.python.none;
  }

  unwound(code: Pointer): Pointer {
    const { top } = this.calls;
    if (top === null || code !== this.calls.code) return this.python.none;
    const changes = this.changed(top);
    if (changes.count > 0) this.record(top, changes, this.isPastFor(top));
    this.calls.end(top);
    return this.python.none;
  }

  /** The current line raised the exception, or a call on it did. */
  raised(code: Pointer, exception: Pointer): Pointer {
    const { python } = this;
    const { top } = this.calls;
    // A call one too deep has not started: it is the caller's line that raises.
    if (top === null || code !== this.calls.code) return python.none;
    if (top.marked === exception || top.marked === notStarted) return python.none;
    if (python.api.matches(exception, this.start.stopped) !== 0) {
      this.values.release(python.call(this.start.end, 0));
      return python.none;
    }
    if (this.endsIteration(top, exception)) return python.none;
    top.marked = exception;
    top.turning = -1;
    top.isOdd = true;
    const changes = this.changed(top);
    changes.add("__exception__", this.values.shown(exception));
    this.record(top, changes, this.isPastFor(top));
    top.began = 0;
    return python.none;
  }

  /** A bare `raise`; other re-raising is Python's own. */
  reraised(code: Pointer, offset: number, exception: Pointer): Pointer {
    const isOwn = code === this.calls.code && this.calls.top?.code.raises.has(offset);
    return isOwn ? this.raised(code, exception) : this.python.none;
  }

  /** What the line changed that ran: in an array that the next call takes again. */
  private changed(top: Followed): Changes {
    const { variables, line } = top;
    const { changes } = this;
    changes.clear();
    if (variables.isWatched && (!line.pure || top.looked !== this.entries || variables.isStrange)) {
      return this.lookAtAll(top);
    }
    const isDone = line.stores.length === 0 || variables.stored(line, changes);
    return isDone ? changes : this.lookAtAll(top);
  }

  private lookAtAll(top: Followed): Changes {
    top.looked = this.entries;
    this.changes.clear();
    top.variables.all(top.line, this.changes);
    return this.changes;
  }

  /** Make a step of the changes; an iteration of the line's loop has begun, or not. */
  private record(top: Followed, changes: Changes, begins: boolean): void {
    const { line, call, code } = top;
    const iteration = begins && line.isHeader ? top.iteration(line.line) : top.began;
    if (!top.isTold) {
      top.isTold = true;
      this.sender.tell(call);
    }
    const printed = this.python.word(this.start.printed);
    const { step } = this;
    step.place = code.facts.place;
    step.line = line.line;
    step.call = call[0];
    step.iteration = iteration;
    step.printed = printed;
    step.changes = changes.taken();
    this.sender.add(step);
  }

  private isPastFor({ line, code, frame }: Followed): boolean {
    return line.isHeader && code.pastFor.has(this.python.offset(frame));
  }

  /** Arguments are the first step of a call; what else there is already is no change. */
  private begin(top: Followed): void {
    const changes = this.lookAtAll(top);
    changes.keep(top.code.parameters);
    if (changes.count > 0) this.record(top, changes, false);
  }

  private variablesOf(code: Code, frame: Pointer): Variables {
    const { python, eye } = this;
    if (code.facts.isFunction) return new FunctionVariables(python, eye, code, frame);
    return new NamespaceVariables(python, eye, code, frame, this.codes.names, this.room);
  }

  /** Whether the exception is how Python itself ends an iteration, or closes a generator. */
  private endsIteration({ code, frame }: Followed, exception: Pointer): boolean {
    const { python } = this;
    const { api } = python;
    const offset = python.offset(frame);
    if (python.isOf(exception, api.generatorExit)) return !code.raises.has(offset);
    const ends =
      python.isOf(exception, api.stopIteration) || python.isOf(exception, api.stopAsyncIteration);
    return ends && code.iterates.has(offset);
  }

  /** What is due now and then: pieces of the trace, and the end of the program's time. */
  private poll(): void {
    const now = realNow();
    if (now < this.nextPoll) return;
    this.nextPoll = now + betweenPolls;
    this.sender.poll(now);
    this.values.release(this.python.call(this.start.poll, 0));
  }

  private output(): string {
    const printed = this.python.word(this.start.printed);
    if (printed === this.printed) return "";
    this.printed = printed;
    return this.values.taken(this.python.call(this.start.output, 0));
  }

  private disable(): Pointer {
    this.python.api.take(this.start.disable);
    return this.start.disable;
  }
}
