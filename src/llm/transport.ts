import { z } from "zod";
import { EndpointTrouble } from "./trouble";

const mostBytes = 65_536;

/** At most the first 64 KB of a body as text: an error page may be endless. */
async function readBounded(response: Response): Promise<string> {
  if (response.body === null) return "";
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  try {
    while (bytes < mostBytes) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.byteLength;
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return text + decoder.decode();
}

const text = z.string().min(1);

/** The shapes in which servers report errors: OpenAI's, Ollama's, FastAPI's, and plain ones. */
const errorBodySchema = z.union([
  z.object({ error: z.object({ message: text }) }).transform(({ error }) => error.message),
  z.object({ error: text }).transform(({ error }) => error),
  z.object({ message: text }).transform(({ message }) => message),
  z.object({ detail: text }).transform(({ detail }) => detail),
  z
    .object({ detail: z.array(z.object({ msg: text })).min(1) })
    .transform(({ detail }) => detail.map(({ msg }) => msg).join("; ")),
]);

/** The server's own words in an error of one of the known shapes; null when it is none. */
export function serverError(error: unknown): string | null {
  if (typeof error === "string") return error;
  const parsed = errorBodySchema.safeParse(error);
  return parsed.success ? parsed.data : null;
}

/** The server's own words where it has some, else its whole answer. */
export function serverMessage(error: unknown): string {
  return serverError(error) ?? JSON.stringify(error);
}

function messageOf(body: string): string {
  try {
    return serverMessage(JSON.parse(body));
  } catch {
    return body;
  }
}

function isWebPage(contentType: string, body: string): boolean {
  return contentType.includes("text/html") || /^\s*<(!doctype html|html)\b/i.test(body);
}

async function refuse(response: Response): Promise<never> {
  const { status, ok } = response;
  const contentType = response.headers.get("content-type")?.toLowerCase() ?? "";
  const body = await readBounded(response);
  const page = isWebPage(contentType, body);
  if (page && (ok || status === 404 || status === 405)) {
    throw new EndpointTrouble({ kind: "webPage", status });
  }
  const message = page ? "" : messageOf(body);
  if (ok) throw new EndpointTrouble({ kind: "notAStream", message });
  const retryAfter = response.headers.get("retry-after");
  throw new EndpointTrouble({ kind: "status", status, message, retryAfter });
}

/**
 * A fetch for chat requests that gives event streams only.
 *
 * @throws EndpointTrouble for anything else: no connection, an HTTP error, a web page, plain JSON.
 */
export async function fetchStream(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  // The SDK sets it; in browsers that send it, it has to be allowed by the server's CORS rules.
  headers.delete("user-agent");
  let response: Response;
  try {
    response = await fetch(input, { ...init, headers });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new EndpointTrouble({ kind: "unreachable" });
  }
  const contentType = response.headers.get("content-type")?.toLowerCase() ?? "";
  const isOther = contentType.includes("json") || contentType.includes("text/html");
  return response.ok && !isOther ? response : refuse(response);
}
