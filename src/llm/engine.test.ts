import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  endpointFixtures,
  startEndpointServer,
  type EndpointServer,
} from "../../e2e/endpoint/server";
import type { EngineEvent } from "../domain/engine";
import { largestRequest } from "../testing/largestRequest";
import { defaultEndpoint, type Endpoint } from "./endpoint";
import { createEndpointEngine, type EndpointEngineDeps } from "./engine";
import { buildPrompt } from "./prompt";

const key = "sk-secret-0123456789";
const fixed = largestRequest().problem.program.replace("best = 0", "best = xs[0]");
const answerText = readFileSync(join(endpointFixtures, "largest.md"), "utf8");
const rationale = answerText.slice(0, answerText.indexOf("```")).trim();

let server: EndpointServer;

beforeAll(async () => {
  server = await startEndpointServer();
});

afterAll(async () => {
  await server.close();
});

function endpointOf(model: string, change: Partial<Endpoint> = {}): Endpoint {
  const settings = { temperature: 0.3, maxTokens: 777, timeoutSeconds: 30 };
  return { ...defaultEndpoint, ...settings, baseUrl: server.url, key, model, ...change };
}

function start(
  endpoint: Endpoint,
  signal: AbortSignal = new AbortController().signal,
  deps: Partial<EndpointEngineDeps> = {},
): AsyncIterable<EngineEvent> {
  return createEndpointEngine(endpoint, deps).propose(largestRequest(), signal);
}

/** All events of a run; none of them may hold the key. */
async function collect(events: AsyncIterable<EngineEvent>): Promise<EngineEvent[]> {
  const all: EngineEvent[] = [];
  for await (const event of events) all.push(event);
  expect(JSON.stringify(all)).not.toContain(key);
  return all;
}

function rationales(events: readonly EngineEvent[]): string[] {
  return events.flatMap((event) => (event.type === "rationale" ? [event.text] : []));
}

function proposalIn(events: readonly EngineEvent[]) {
  const event = events.find(({ type }) => type === "proposal");
  if (event?.type !== "proposal") throw new Error(JSON.stringify(events.at(-1)));
  return event.proposal;
}

async function failureOf(model: string, change: Partial<Endpoint> = {}) {
  const events = await collect(start(endpointOf(model, change)));
  const last = events.at(-1);
  if (last?.type !== "failed") throw new Error(`it did not fail: ${JSON.stringify(last)}`);
  expect(events.filter(({ type }) => type === "failed" || type === "proposal")).toHaveLength(1);
  return { ...last.failure, shown: rationales(events).at(-1) ?? "" };
}

/** What a held answer shows until it is released. */
const half = answerText.slice(0, Math.floor(answerText.indexOf("```") / 2)).trim();

async function untilHalf(events: AsyncIterator<EngineEvent>): Promise<void> {
  for (let shown = ""; shown !== half;) {
    const next = await events.next();
    if (next.done === true) throw new Error("it ended too early");
    if (next.value.type === "rationale") shown = next.value.text;
  }
}

async function remaining(events: AsyncIterator<EngineEvent>): Promise<EngineEvent[]> {
  const rest: EngineEvent[] = [];
  for (let next = await events.next(); next.done !== true; next = await events.next()) {
    rest.push(next.value);
  }
  return rest;
}

/** What was asked last. */
function lastRequest() {
  const request = server.requests.at(-1);
  if (request === undefined) throw new Error("nothing was asked");
  return request;
}

describe("an endpoint that answers", () => {
  it("streams the rationale, then proposes the fix with the prompt that was sent", async () => {
    const events = await collect(start(endpointOf("fixture:largest")));
    const shown = rationales(events);
    expect(shown.length).toBeGreaterThan(5);
    for (const [index, text] of shown.entries()) {
      expect(text.startsWith(shown[index - 1] ?? "")).toBe(true);
    }
    expect(shown.at(-1)).toBe(rationale);
    expect(proposalIn(events)).toEqual({
      rationale,
      fix: fixed,
      prompt: buildPrompt(largestRequest()),
      engine: { name: "endpoint", detail: "fixture:largest" },
    });
    expect(events.at(-1)?.type).toBe("exhausted");
    expect(events).toContainEqual({
      type: "progress",
      tried: 0,
      total: null,
      note: `${String(answerText.length)} characters received`,
    });
  });

  it("is asked with instruction, inline trace, tests, outcomes and the sampling settings", async () => {
    await collect(start(endpointOf("fixture:largest")));
    const { body, headers, path } = lastRequest();
    expect(path).toBe("/v1/chat/completions");
    expect(headers.authorization).toBe(`Bearer ${key}`);
    expect(body).toMatchObject({
      model: "fixture:largest",
      temperature: 0.3,
      max_tokens: 777,
      stream: true,
      messages: buildPrompt(largestRequest()),
    });
    const text = JSON.stringify(body);
    expect(text).toContain("Return the largest number of xs");
    expect(text).toContain("best = 0  # (1) best=0;");
    expect(text).toContain("assert largest([2, 9, 4]) == 9");
    expect(text).toContain("expected: -1");
    expect(text).not.toContain(key);
  });

  it("gets no Authorization header when there is no key", async () => {
    await collect(start(endpointOf("fixture:largest", { key: " " })));
    expect(lastRequest().headers.authorization).toBeUndefined();
  });

  it("is found by an address with spaces, a slash or the whole path", async () => {
    for (const baseUrl of [` ${server.url}/ `, `${server.url}/chat/completions`]) {
      const events = await collect(start(endpointOf("fixture:largest", { baseUrl })));
      expect(proposalIn(events).fix).toBe(fixed);
    }
  });

  it.each(["fixture:largest-two-blocks", "slow:largest", "end-early:largest", "reasoning:largest"])(
    "is understood when it answers as %s",
    async (model) => {
      expect(proposalIn(await collect(start(endpointOf(model)))).fix).toBe(fixed);
    },
  );

  it("keeps what a reasoning model thinks out of the rationale", async () => {
    const events = await collect(start(endpointOf("reasoning:largest")));
    expect(proposalIn(events).rationale).toBe(rationale);
    expect(JSON.stringify(events)).toContain("is thinking: 26 characters");
  });

  it("proposes a wrong fix as it is: judging is not the engine's business", async () => {
    const events = await collect(start(endpointOf("fixture:largest-wrong")));
    expect(proposalIn(events).fix).toContain("best = -1");
  });

  it("shows half the rationale while the rest is held", async () => {
    const events = start(endpointOf("held:largest"))[Symbol.asyncIterator]();
    await untilHalf(events);
    server.release();
    expect(proposalIn(await remaining(events)).rationale).toBe(rationale);
  });
});

describe("an endpoint that fails", () => {
  it.each([
    ["fail:400", "HTTP 400", "does not support 0.2"],
    ["fail:401", "HTTP 401", "Incorrect API key provided."],
    ["fail:403", "HTTP 403", "may not use this model"],
    ["fail:404", "HTTP 404", "does not exist"],
    ["fail:429", "HTTP 429", "Rate limit reached."],
    ["fail:500", "HTTP 500", "The model crashed."],
    ["echo-key", "HTTP 401", "Not accepted: Bearer •••"],
    ["nobody", "HTTP 404", "The model nobody does not exist."],
    ["html", "a web page", "gave HTML"],
    ["json", "did not stream", "in one piece"],
    ["filtered", "withheld the answer", "content filter"],
    ["empty", "empty answer", "Nothing but blanks"],
    ["error-text", "broke off with an error", "model runner has stopped"],
    ["prose", "holds no program", "only prose"],
    ["fixture:unchanged", "returned the program unchanged", "buggy one"],
  ])("by %s is reported as %j", async (model, what, why) => {
    const failure = await failureOf(model);
    expect(failure.what).toContain(what);
    expect(failure.why).toContain(why);
    expect(failure.tryThis).not.toBe("");
  });

  it("passes on how long to wait", async () => {
    expect((await failureOf("fail:429")).tryThis).toContain("wait 20 s");
  });

  it("asks for /v1 when the path is missing", async () => {
    const failure = await failureOf("fixture:largest", { baseUrl: server.url.replace("/v1", "") });
    expect(failure.what).toContain("HTTP 404");
    expect(failure.why).toContain("/v1");
  });

  it.each([
    ["broken-sse", "stream is broken"],
    ["error-event", "broke off with an error"],
  ])("midway by %s keeps what was shown", async (model, what) => {
    const failure = await failureOf(model);
    expect(failure.what).toContain(what);
    expect(failure.why).toMatch(/The \d+ characters that had arrived are kept/);
    expect(failure.shown.length).toBeGreaterThan(50);
    expect(rationale.startsWith(failure.shown)).toBe(true);
  });

  it.each(["drop", "drop:prose"])("by %s says that the connection was lost", async (model) => {
    expect((await failureOf(model)).what).toContain("connection was lost");
  });

  it("by a lost connection keeps what was shown", async () => {
    const events = start(endpointOf("held-drop"))[Symbol.asyncIterator]();
    await untilHalf(events);
    server.release();
    const [last, ...rest] = await remaining(events);
    expect(rest).toEqual([]);
    expect(JSON.stringify(last)).toMatch(
      /connection was lost.*The \d+ characters that had arrived are kept/,
    );
  });

  it("by the token limit says so and does not take half a program", async () => {
    const failure = await failureOf("cut");
    expect(failure.what).toContain("cut off");
    expect(failure.why).toContain("777");
    expect(failure.shown).toBe(rationale);
  });

  it("by refusing the connection names the address and how to allow the page", async () => {
    const closed = await startEndpointServer();
    await closed.close();
    const failure = await failureOf("m", { baseUrl: closed.url });
    expect(failure.what).toContain("could not be reached");
    expect(failure.why).toContain(closed.url);
    expect(failure.tryThis).toContain("OLLAMA_ORIGINS");
  });
});

describe("silence", () => {
  it("is ended by the clock", async () => {
    const failure = await failureOf("silence", { timeoutSeconds: 0.02 });
    expect(failure.what).toContain("did not answer");
    expect(failure.why).toContain("0.02 s");
  });

  it("in the middle of an answer is told from silence before it", async () => {
    let fallSilent = (): void => undefined;
    let listening = false;
    const deps: Partial<EndpointEngineDeps> = {
      createSilenceWatch: (_seconds, onSilence) => {
        fallSilent = onSilence;
        return {
          listen: () => {
            listening = true;
          },
          pause: () => {
            listening = false;
          },
        };
      },
    };
    const seen: EngineEvent[] = [];
    for await (const event of start(endpointOf("held:largest"), undefined, deps)) {
      seen.push(event);
      if (event.type !== "rationale") continue;
      expect(listening).toBe(false);
      if (event.text === half) fallSilent();
    }
    const last = seen.at(-1);
    expect(last).toMatchObject({ failure: { what: "The endpoint stopped answering." } });
    expect(listening).toBe(false);
    server.release();
  });
});

describe("unusable settings", () => {
  it.each<[string, Partial<Endpoint>]>([
    ["base URL cannot be used", { baseUrl: "localhost:11434/v1" }],
    ["No model is chosen", { model: " " }],
    ["key cannot be sent", { key: `${key}\n${key}` }],
    ["key cannot be sent", { key: `${key}…` }],
  ])("fail before anything is sent: %s", async (what, change) => {
    const before = server.requests.length;
    expect((await failureOf("fixture:largest", change)).what).toContain(what);
    expect(server.requests).toHaveLength(before);
  });
});

describe("aborting", () => {
  it("before the start sends nothing and says nothing", async () => {
    const before = server.requests.length;
    expect(await collect(start(endpointOf("fixture:largest"), AbortSignal.abort()))).toEqual([]);
    expect(server.requests).toHaveLength(before);
  });

  it("while nothing has come yet ends in silence", async () => {
    const controller = new AbortController();
    const arrival = server.nextRequest();
    const events = collect(start(endpointOf("silence"), controller.signal));
    await arrival;
    controller.abort();
    expect((await events).map(({ type }) => type)).toEqual(["progress"]);
    expect(await lastRequest().end).toBe("broken");
  });

  it.each(["held:largest", "slow:largest"])(
    "in the middle of %s ends in silence",
    async (model) => {
      const controller = new AbortController();
      const seen: EngineEvent[] = [];
      for await (const event of start(endpointOf(model), controller.signal)) {
        seen.push(event);
        if (event.type === "rationale") controller.abort();
      }
      expect(seen.at(-1)?.type).toBe("rationale");
      expect(await lastRequest().end).toBe("broken");
      server.release();
    },
  );

  it("a reader that leaves early ends the request", async () => {
    for await (const event of start(endpointOf("slow:largest"))) {
      if (event.type === "rationale") break;
    }
    expect(await lastRequest().end).toBe("broken");
  });
});
