import type { FinishReason } from "ai";
import type { Engine, EngineEvent, RepairRequest } from "../domain/engine";
import type { PromptMessage } from "../domain/prompt";
import { parseAnswer, rationaleSoFar } from "./answer";
import { chat } from "./chat";
import { requestBaseUrl, type Endpoint } from "./endpoint";
import { describeTrouble, type Page } from "./failure";
import { buildPrompt } from "./prompt";
import { scrubAnswer } from "./scrub";
import { createSilenceWatch, type CreateSilenceWatch } from "./silence";
import { EndpointTrouble, type Trouble } from "./trouble";

export type EndpointEngineDeps = {
  /** The page that asks, for advice about CORS; by default the one we run in. */
  page: Page;
  createSilenceWatch: CreateSilenceWatch;
};

type Session = EndpointEngineDeps & { endpoint: Endpoint };

/** What a model's answer came to. */
type Answer = { text: string; end: FinishReason | Trouble };

function currentPage(): Page {
  return "location" in globalThis ? { origin: globalThis.location.origin } : null;
}

function settingsTrouble(endpoint: Endpoint): Trouble | null {
  if (requestBaseUrl(endpoint.baseUrl) === null) return { kind: "unusableUrl" };
  if (endpoint.model.trim() === "") return { kind: "noModel" };
  return /^[\x21-\x7e]*$/.test(endpoint.key.trim()) ? null : { kind: "unusableKey" };
}

function failed({ endpoint, page }: Session, trouble: Trouble): EngineEvent {
  return { type: "failed", failure: describeTrouble(trouble, endpoint, page) };
}

/** `tried` counts answers, of which there is one; what has arrived of it is in the note. */
function progress(note: string): EngineEvent {
  return { type: "progress", tried: 0, total: null, note };
}

/** Streams the answer as events and returns it; null when `signal` aborted. */
async function* receive(
  session: Session,
  prompt: readonly PromptMessage[],
  signal: AbortSignal,
): AsyncGenerator<EngineEvent, Answer | null> {
  const { endpoint } = session;
  const silence = new AbortController();
  const left = new AbortController();
  const anyEnd = AbortSignal.any([signal, silence.signal, left.signal]);
  const watch = session.createSilenceWatch(endpoint.timeoutSeconds, () => {
    silence.abort();
  });
  const baseUrl = requestBaseUrl(endpoint.baseUrl) ?? "";
  let text = "";
  let thought = 0;
  let shown = "";
  let end: Answer["end"] | null = null;
  try {
    watch.listen();
    for await (const part of chat(endpoint, baseUrl, prompt, anyEnd)) {
      watch.pause();
      if (part.type === "end") end = part.reason;
      else if (part.type === "thinking") {
        thought += part.text.length;
        yield progress(`${endpoint.model} is thinking: ${String(thought)} characters`);
      } else {
        text += part.text;
        yield progress(`${String(text.length)} characters received`);
        const rationale = scrubAnswer(rationaleSoFar(text), endpoint.key);
        if (rationale !== shown) yield { type: "rationale", text: rationale };
        shown = rationale;
      }
      watch.listen();
    }
  } catch (error) {
    if (!(error instanceof EndpointTrouble)) throw error;
    end = error.trouble;
  } finally {
    watch.pause();
    left.abort();
  }
  if (signal.aborted) return null;
  const received = text.length;
  if (silence.signal.aborted) end = { kind: "silent", received };
  return {
    text: scrubAnswer(text, endpoint.key),
    end: end ?? { kind: "endedEarly", received },
  };
}

/** Why the answer's last part may be missing, or null when the model said that it was done. */
function whyCut({ text, end }: Answer): Trouble | null {
  if (end === "length") return { kind: "cutOff", received: text.length };
  if (end === "content-filter") return { kind: "filtered" };
  return typeof end === "string" ? null : end;
}

/** Ends the stream: a proposal if the answer holds a fix, else what went wrong. */
function* conclude(
  session: Session,
  request: RepairRequest,
  prompt: readonly PromptMessage[],
  answer: Answer,
): Generator<EngineEvent> {
  const cut = whyCut(answer);
  // The program may be complete although the end of the answer is missing.
  if (cut !== null && cut.kind !== "cutOff" && cut.kind !== "endedEarly") {
    yield failed(session, cut);
    return;
  }
  const parsed = parseAnswer(answer.text, request.problem, cut === null ? "complete" : "cut");
  if (parsed.kind === "malformed") {
    yield cut === null ? { type: "failed", failure: parsed.failure } : failed(session, cut);
    return;
  }
  const { rationale, fix } = parsed;
  const engine = { name: "endpoint", detail: session.endpoint.model.trim() } as const;
  yield { type: "proposal", proposal: { rationale, fix, prompt, engine } };
  yield { type: "exhausted", tried: 1, note: "The model gave one answer." };
}

async function* propose(
  session: Session,
  request: RepairRequest,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent> {
  if (signal.aborted) return;
  const unusable = settingsTrouble(session.endpoint);
  if (unusable !== null) {
    yield failed(session, unusable);
    return;
  }
  yield progress(`Waiting for ${session.endpoint.model}`);
  const prompt = buildPrompt(request);
  const answer = yield* receive(session, prompt, signal);
  if (answer !== null) yield* conclude(session, request, prompt, answer);
}

/**
 * An engine that asks an OpenAI-compatible chat endpoint for one rationale and fix. The rationale is
 * streamed as it is written; each event holds all of it so far. Nothing it yields holds the key.
 */
export function createEndpointEngine(
  endpoint: Endpoint,
  deps: Partial<EndpointEngineDeps> = {},
): Engine {
  const session: Session = { page: currentPage(), createSilenceWatch, ...deps, endpoint };
  return { propose: (request, signal) => propose(session, request, signal) };
}
