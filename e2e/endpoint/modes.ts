import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import {
  chunk,
  closing,
  completion,
  pieces,
  sendError,
  sendJson,
  startStream,
  type Delta,
} from "./chunks";

/** One request to be answered: which model it names, and how. */
export type Exchange = {
  response: ServerResponse;
  model: string;
  /** What follows the colon of the model's name. */
  argument: string;
  /** The fixture's text. */
  text: string;
  authorization: string;
  /** Settles when the test releases what is held. */
  released: () => Promise<void>;
};

type Mode = (exchange: Exchange) => Promise<void> | void;

/** Milliseconds between the pieces of a slow answer. */
const slowness = 10;

const failureMessages: Readonly<Record<number, string>> = {
  400: "Unsupported value: 'temperature' does not support 0.2 with this model.",
  401: "Incorrect API key provided.",
  403: "Your key may not use this model.",
  404: "The model does not exist.",
  429: "Rate limit reached.",
  500: "The model crashed.",
};

function send({ response, model }: Exchange, text: string, key: keyof Delta = "content"): void {
  for (const piece of pieces(text)) response.write(chunk(model, { [key]: piece }));
}

function finish({ response, model, text }: Exchange, reason: string): void {
  response.write(chunk(model, {}, reason));
  response.end(closing(model, text));
}

function start(exchange: Exchange): void {
  startStream(exchange.response);
  exchange.response.write(chunk(exchange.model, { role: "assistant" }));
}

/** The middle of the first fence, or of the text where there is none. */
function middleOfCode(text: string): number {
  const fence = text.indexOf("```");
  return Math.floor(((fence === -1 ? 0 : fence) + text.length) / 2);
}

/** The middle of the prose before the first fence. */
function middleOfProse(text: string): number {
  const fence = text.indexOf("```");
  return Math.floor((fence === -1 ? text.length : fence) / 2);
}

async function hold(exchange: Exchange): Promise<void> {
  const { text } = exchange;
  const middle = middleOfProse(text);
  start(exchange);
  send(exchange, text.slice(0, middle));
  await exchange.released();
  send(exchange, text.slice(middle));
  finish(exchange, "stop");
}

async function goSlowly(exchange: Exchange): Promise<void> {
  start(exchange);
  for (const piece of pieces(exchange.text)) {
    if (exchange.response.destroyed) return;
    send(exchange, piece);
    await delay(slowness);
  }
  finish(exchange, "stop");
}

async function drop(exchange: Exchange): Promise<void> {
  const { response, text, model } = exchange;
  start(exchange);
  send(exchange, text.slice(0, middleOfProse(text)));
  await new Promise<void>((resolve) => {
    response.write(chunk(model, { content: "" }), () => {
      resolve();
    });
  });
  response.destroy();
}

async function holdAndDrop(exchange: Exchange): Promise<void> {
  const { response, text } = exchange;
  start(exchange);
  send(exchange, text.slice(0, middleOfProse(text)));
  await exchange.released();
  response.destroy();
}

function answer(exchange: Exchange): void {
  start(exchange);
  send(exchange, exchange.text);
  finish(exchange, "stop");
}

/** How the server answers a request whose model is named `MODE` or `MODE:ARGUMENT`. */
export const modes: Readonly<Record<string, Mode>> = {
  /** `fixture:NAME`: the fixture, streamed at once. */
  fixture: answer,
  /** Words, and no program. */
  prose: answer,
  /** `slow:NAME`: the fixture, a piece at a time. */
  slow: goSlowly,
  /** `held:NAME`: half the prose, and the rest when the test calls `release`. */
  held: hold,
  /** `reasoning:NAME`: thinks aloud first, as reasoning models do. */
  reasoning(exchange) {
    start(exchange);
    send(exchange, "First I look at the trace.", "reasoning_content");
    send(exchange, exchange.text);
    finish(exchange, "stop");
  },
  /** `fail:STATUS`: an HTTP error. */
  fail({ response, argument }) {
    const status = Number(argument);
    if (status === 429) response.setHeader("retry-after", "20");
    sendError(response, status, failureMessages[status] ?? `Status ${argument}.`);
  },
  /** 401 with the whole Authorization header in its message, as careless proxies do. */
  "echo-key"({ response, authorization }) {
    sendError(response, 401, `Not accepted: ${authorization}`);
  },
  html({ response }) {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<!doctype html><title>Welcome</title><p>It works!</p>");
  },
  /** A whole completion although a stream was asked for. */
  json({ response, model, text }) {
    sendJson(response, 200, completion(model, text));
  },
  "broken-sse"(exchange) {
    const { text, response } = exchange;
    start(exchange);
    send(exchange, text.slice(0, middleOfProse(text)));
    response.write('data: {"choices":[{"delta":{"content":"ha\n\n');
    send(exchange, text.slice(middleOfProse(text)));
    finish(exchange, "stop");
  },
  /** An error reported inside the stream. */
  "error-event"(exchange) {
    const { text, response } = exchange;
    start(exchange);
    send(exchange, text.slice(0, middleOfProse(text)));
    response.end(`data: ${JSON.stringify({ error: { message: "Out of memory." } })}\n\n`);
  },
  /** The same in the shape of servers that give a mere text. */
  "error-text"({ response }) {
    startStream(response);
    response.end(`data: ${JSON.stringify({ error: "model runner has stopped" })}\n\n`);
  },
  /** The connection breaks in the middle of the rationale; a browser may then show none of it. */
  drop,
  /** The same when the test calls `release`: by then the page has shown the first half. */
  "held-drop": holdAndDrop,
  /** `end-early:NAME`: all of the text, but no finish reason and no end mark. */
  "end-early"(exchange) {
    start(exchange);
    send(exchange, exchange.text);
    exchange.response.end();
  },
  /** Takes the request and never answers. */
  silence() {
    return;
  },
  /** A good answer that no other origin may read: the server sends no CORS headers for it. */
  "no-cors": answer,
  /** Reaches the token limit in the middle of the program. */
  cut(exchange) {
    start(exchange);
    send(exchange, exchange.text.slice(0, middleOfCode(exchange.text)));
    finish(exchange, "length");
  },
  /** Stopped by a content filter. */
  filtered(exchange) {
    start(exchange);
    finish(exchange, "content_filter");
  },
  empty(exchange) {
    start(exchange);
    finish(exchange, "stop");
  },
};
