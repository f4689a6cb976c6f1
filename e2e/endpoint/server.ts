import { readFileSync, readdirSync } from "node:fs";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { completion, sendError, sendJson } from "./chunks";
import { modes } from "./modes";

/** The answers that lie beside this file, one Markdown file each. */
export const endpointFixtures = join(dirname(fileURLToPath(import.meta.url)), "fixtures");

/** A request as it arrived. */
export type RecordedRequest = {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** Its JSON, or null when it had none. */
  body: unknown;
  /** How it ended: with a whole answer, or with the connection closed before. */
  end: Promise<"answered" | "broken">;
};

export type EndpointServer = {
  /** The base URL, with `/v1`. */
  url: string;
  /** Every request but preflights, in the order of arrival. */
  requests: readonly RecordedRequest[];
  /** The next request to arrive. */
  nextRequest(): Promise<RecordedRequest>;
  /** Lets every held answer go on to its end. */
  release(): void;
  close(): Promise<void>;
};

type Options = {
  /** 0, the default, takes any free port. */
  port?: number;
  /** The folder of the answers. */
  fixtures?: string;
};

/** The fixture of modes that name none. */
function standardFixture(mode: string): string {
  return mode === "prose" ? "prose" : "largest";
}

function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
  response.setHeader("vary", "Origin");
  response.setHeader("access-control-expose-headers", "retry-after");
}

function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  allowOrigin(request, response);
  response.setHeader("access-control-allow-methods", "GET, POST, OPTIONS");
  response.setHeader("access-control-allow-headers", "authorization, content-type");
  if (request.headers["access-control-request-private-network"] === "true") {
    response.setHeader("access-control-allow-private-network", "true");
  }
  response.writeHead(204).end();
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = "";
  request.setEncoding("utf8");
  for await (const part of request) text += String(part);
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function readFixture(folder: string, name: string): string | null {
  const file = `${name}.md`;
  return readdirSync(folder).includes(file) ? readFileSync(join(folder, file), "utf8") : null;
}

/** The two fields of a chat request that decide how it is answered. */
function chatRequest(body: unknown): { model: string; stream: boolean } | null {
  if (typeof body !== "object" || body === null) return null;
  if (!("model" in body) || typeof body.model !== "string") return null;
  if (!("messages" in body) || !Array.isArray(body.messages)) return null;
  return { model: body.model, stream: "stream" in body && body.stream === true };
}

function modelList(folder: string): string {
  const fixtures = readdirSync(folder).map((file) => `fixture:${file.replace(/\.md$/, "")}`);
  const names = [...fixtures, ...Object.keys(modes).filter((mode) => mode !== "fixture")];
  const data = names.map((id) => ({ id, object: "model", created: 0, owned_by: "tracemend" }));
  return JSON.stringify({ object: "list", data });
}

function endOf(response: ServerResponse): Promise<"answered" | "broken"> {
  return new Promise((resolve) => {
    response.on("close", () => {
      resolve(response.writableFinished ? "answered" : "broken");
    });
  });
}

/** Those who wait for something to happen. */
class Waiters<T> {
  private waiting: ((value: T) => void)[] = [];

  readonly wait = (): Promise<T> =>
    new Promise((resolve) => {
      this.waiting.push(resolve);
    });

  settle(value: T): void {
    for (const resolve of this.waiting.splice(0)) resolve(value);
  }
}

async function answerChat(
  request: IncomingMessage,
  response: ServerResponse,
  body: unknown,
  folder: string,
  released: () => Promise<void>,
): Promise<void> {
  const chat = chatRequest(body);
  const [name = "", argument = standardFixture(name)] = chat?.model.split(":") ?? [];
  const mode = modes[name];
  const text = name === "fail" ? "" : readFixture(folder, argument);
  if (name !== "no-cors") allowOrigin(request, response);
  if (chat === null) sendError(response, 400, "The request needs a model and messages.");
  else if (mode === undefined || text === null) {
    sendError(response, 404, `The model ${chat.model} does not exist.`);
  } else if (name === "fixture" && !chat.stream) {
    sendJson(response, 200, completion(chat.model, text));
  } else {
    const authorization = request.headers.authorization ?? "";
    const { model } = chat;
    await mode({ response, model, argument, text, authorization, released });
  }
}

/**
 * Starts an OpenAI-compatible chat endpoint on loopback for tests. The model's name chooses how it
 * answers, see `modes`; `fixture:NAME` streams the file NAME.md.
 */
export async function startEndpointServer(options: Options = {}): Promise<EndpointServer> {
  const { port = 0, fixtures = endpointFixtures } = options;
  const requests: RecordedRequest[] = [];
  const held = new Waiters<void>();
  const arrivals = new Waiters<RecordedRequest>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url: path = "/", headers } = request;
    if (method === "OPTIONS") {
      answerPreflight(request, response);
      return;
    }
    const body = await readBody(request);
    const recorded = { method, path, headers, body, end: endOf(response) };
    requests.push(recorded);
    arrivals.settle(recorded);
    if (method === "POST" && path === "/v1/chat/completions") {
      await answerChat(request, response, body, fixtures, held.wait);
      return;
    }
    allowOrigin(request, response);
    if (method === "GET" && path === "/v1/models") sendJson(response, 200, modelList(fixtures));
    else sendError(response, 404, `There is nothing at ${method} ${path}.`);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${String(address.port)}/v1`,
    requests,
    nextRequest: arrivals.wait,
    release() {
      held.settle();
    },
    close() {
      held.settle();
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}
