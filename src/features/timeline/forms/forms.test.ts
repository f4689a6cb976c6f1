import { describe, expect, it } from "vitest";
import { forms } from "../../../domain/renderers/forms";
import { largestProgram, traceOfLargest } from "../../../testing/largest";
import { edited } from "../../../testing/tracedRuns";
import { countTokens } from "./countTokens";
import { excerptOf } from "./excerpt";
import { createFormsDesk } from "./formsDesk";
import { formIds, type FormsAnswer, type FormsRequest, type FormsSubject } from "./formsMessages";
import { createFormsReader } from "./formsReader";

const subject: FormsSubject = {
  source: { program: largestProgram("0"), tests: "assert largest([-3, -1]) == -1\n" },
  test: { place: "tests", line: 1, endLine: 1 },
  trace: traceOfLargest(),
};
const long: FormsSubject = {
  ...subject,
  trace: edited(subject, (steps) => Array.from({ length: 900 }, () => steps).flat()).trace,
};
const inlineText = forms.inline.render(subject.source, subject.test, subject.trace);

/** A worker that works when it is told to, with the real desk and tokenizer. */
function heldWorkers() {
  const open: { work: () => void; break: () => void; requests: FormsRequest[] }[] = [];
  let closed = 0;
  const openWorker = (onAnswer: (answer: FormsAnswer) => void, onBroken: (why: string) => void) => {
    const requests: FormsRequest[] = [];
    const take = createFormsDesk(countTokens, onAnswer);
    const work = () => {
      for (let next = requests.shift(); next !== undefined; next = requests.shift()) take(next);
    };
    open.push({ work, break: () => onBroken("It is gone."), requests });
    return {
      post: (request: FormsRequest) => void requests.push(structuredClone(request)),
      close: () => {
        closed += 1;
        requests.length = 0;
      },
    };
  };
  const last = () => {
    const worker = open.at(-1);
    if (worker === undefined) throw new Error("no worker was opened");
    return worker;
  };
  return { openWorker, last, opened: () => open.length, closed: () => closed };
}

const atOnce = () => Promise.resolve();
/** Long enough for a hand-over without pauses to come to its end. */
const handedOver = () => new Promise((resolve) => setTimeout(resolve));

describe("the size of a text", () => {
  it.each([
    ["", 0],
    ["hello world", 2],
    ["def f(x):\n    return x\n", 8],
    ["<|endoftext|>", 7],
    ["1234567", 3],
  ])("%j takes as many tokens as tiktoken's cl100k_base says", (text, tokens) => {
    expect(countTokens(text)).toBe(tokens);
  });
});

describe("the forms of a trace", () => {
  it("are written and counted in a worker, the chosen one first", async () => {
    const workers = heldWorkers();
    const reader = createFormsReader(workers.openWorker, atOnce);
    reader.show(subject);
    expect(reader.store.getState()).toMatchObject({ chosen: "inline", text: { kind: "writing" } });
    await handedOver();
    expect(workers.last().requests.map(({ kind }) => kind)).toEqual(["subject", "steps", "write"]);
    workers.last().work();
    const { text, sizes } = reader.store.getState();
    expect(text).toEqual({ kind: "written", text: inlineText });
    for (const form of formIds) {
      const written = forms[form].render(subject.source, subject.test, subject.trace);
      const tokens = countTokens(written);
      expect(sizes[form]).toEqual({ kind: "counted", characters: written.length, tokens });
    }
  });

  it("of a long trace go over in portions, and arrive whole", async () => {
    const workers = heldWorkers();
    const reader = createFormsReader(workers.openWorker, atOnce);
    reader.choose("scratchpad");
    reader.show(long);
    await handedOver();
    const sent = workers.last().requests.map((r) => (r.kind === "steps" ? r.steps.length : 0));
    expect(Math.max(...sent)).toBe(2_000);
    workers.last().work();
    const written = forms.scratchpad.render(long.source, long.test, long.trace);
    expect(reader.store.getState().text).toEqual({ kind: "written", text: written });
  });

  it("need not be waited for when another one is chosen", async () => {
    const workers = heldWorkers();
    const reader = createFormsReader(workers.openWorker, atOnce);
    reader.show(subject);
    await handedOver();
    reader.choose("ldb");
    await handedOver();
    expect([workers.opened(), workers.closed()]).toEqual([2, 1]);
    workers.last().work();
    const text = forms.ldb.render(subject.source, subject.test, subject.trace);
    expect(reader.store.getState().text).toEqual({ kind: "written", text });
  });

  it("are those of the last subject, whose worker stays open for a choice", async () => {
    const workers = heldWorkers();
    const reader = createFormsReader(workers.openWorker, atOnce);
    reader.show(long);
    reader.show(subject);
    await handedOver();
    workers.last().work();
    expect(reader.store.getState().text).toEqual({ kind: "written", text: inlineText });
    reader.choose("none");
    await handedOver();
    workers.last().work();
    const plain = forms.none.render(subject.source, subject.test);
    expect(reader.store.getState().text).toEqual({ kind: "written", text: plain });
    expect(workers.opened()).toBe(1);
    reader.close();
    expect(workers.closed()).toBe(1);
  });

  it("say why they are not there when the worker dies", async () => {
    const workers = heldWorkers();
    const reader = createFormsReader(workers.openWorker, atOnce);
    reader.show(subject);
    await handedOver();
    workers.last().break();
    const failed = { kind: "failed", why: "It is gone." };
    expect(reader.store.getState()).toMatchObject({ text: failed, sizes: { cwm: failed } });
  });

  it("say so when one cannot be written", () => {
    const answers: FormsAnswer[] = [];
    const take = createFormsDesk(countTokens, (answer) => answers.push(answer));
    take({ kind: "write", form: "cwm" });
    expect(answers).toMatchObject([{ kind: "failed", form: "cwm" }]);
  });
});

describe("the excerpt of a long text", () => {
  it("ends with a line where it can", () => {
    expect(excerptOf("ab\ncd\n", 6)).toEqual({ text: "ab\ncd\n", isWhole: true });
    expect(excerptOf("ab\ncd\nef", 5)).toEqual({ text: "ab\n", isWhole: false });
    expect(excerptOf("a\nbcdefgh", 6)).toEqual({ text: "a\nbcde", isWhole: false });
  });
});
