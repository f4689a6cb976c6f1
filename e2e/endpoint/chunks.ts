import type { ServerResponse } from "node:http";

const created = 1_767_225_600;

/** What a choice of a streamed chunk may say. */
export type Delta = { role?: "assistant"; content?: string; reasoning_content?: string };

/** One server-sent event that carries a `chat.completion.chunk`. */
export function chunk(model: string, delta: Delta, finish: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  const body = { id: "chatcmpl-1", object: "chat.completion.chunk", created, model, choices };
  return `data: ${JSON.stringify(body)}\n\n`;
}

/** The last two events of a stream: usage, then the end mark. */
export function closing(model: string, text: string): string {
  const usage = usageOf(text);
  const body = {
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created,
    model,
    choices: [],
    usage,
  };
  return `data: ${JSON.stringify(body)}\n\ndata: [DONE]\n\n`;
}

/** A whole answer, as given when no stream is asked for. */
export function completion(model: string, content: string): string {
  const message = { role: "assistant", content };
  const choices = [{ index: 0, message, finish_reason: "stop" }];
  const usage = usageOf(content);
  return JSON.stringify({
    id: "chatcmpl-1",
    object: "chat.completion",
    created,
    model,
    choices,
    usage,
  });
}

function usageOf(text: string): Record<string, number> {
  const tokens = Math.ceil(text.length / 4);
  return { prompt_tokens: 1, completion_tokens: tokens, total_tokens: tokens + 1 };
}

/** A text in pieces of at most 12 characters, about three tokens each. */
export function pieces(text: string): string[] {
  return text.match(/.{1,12}/gsu) ?? [];
}

export function sendJson(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": "application/json" }).end(body);
}

/** An error in the shape of OpenAI's API. */
export function sendError(response: ServerResponse, status: number, message: string): void {
  sendJson(response, status, JSON.stringify({ error: { message, type: "error", code: null } }));
}

export function startStream(response: ServerResponse): void {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
}
