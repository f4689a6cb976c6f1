import { z } from "zod";
import type { EngineFailure } from "../domain/engine";
import { requestBaseUrl, type Endpoint } from "./endpoint";
import { describeTrouble, type Page } from "./failure";
import { scrub } from "./scrub";
import { serverMessage } from "./transport";
import { EndpointTrouble } from "./trouble";

/** `GET /models` of OpenAI's API; servers add fields of their own. */
const modelListSchema = z.object({ data: z.array(z.object({ id: z.string().min(1) })) });

/** The endpoint gave no list of models; `failure` says it in words. */
export class ModelsUnavailable extends Error {
  constructor(readonly failure: EngineFailure) {
    super(failure.what);
    this.name = "ModelsUnavailable";
  }
}

/**
 * Asks an OpenAI-compatible endpoint which models it has; their names, sorted.
 *
 * @throws ModelsUnavailable when there is no list, for whatever reason.
 */
export async function listModels(
  endpoint: Endpoint,
  signal: AbortSignal,
  page: Page = typeof location === "undefined" ? null : { origin: location.origin },
): Promise<string[]> {
  const patience = AbortSignal.timeout(endpoint.timeoutSeconds * 1000);
  try {
    const body = await getJson(endpoint, "/models", AbortSignal.any([signal, patience]));
    const parsed = modelListSchema.safeParse(body);
    if (!parsed.success) throw new ModelsUnavailable(noList(serverMessage(body), endpoint.key));
    return [...new Set(parsed.data.data.map((model) => model.id))].sort();
  } catch (error) {
    if (error instanceof ModelsUnavailable) throw error;
    const trouble = patience.aborted
      ? ({ kind: "silent", received: 0 } as const)
      : error instanceof EndpointTrouble
        ? error.trouble
        : ({ kind: "unexpected", message: String(error) } as const);
    throw new ModelsUnavailable(describeTrouble(trouble, endpoint, page));
  }
}

async function getJson(endpoint: Endpoint, path: string, signal: AbortSignal): Promise<unknown> {
  const base = requestBaseUrl(endpoint.baseUrl);
  if (base === null) throw new EndpointTrouble({ kind: "unusableUrl" });
  const response = await request(`${base}${path}`, endpoint.key.trim(), signal);
  const text = await response.text();
  if (response.headers.get("content-type")?.includes("text/html") === true) {
    throw new EndpointTrouble({ kind: "webPage", status: response.status });
  }
  const body = parseJson(text);
  if (response.ok) return body;
  const retryAfter = response.headers.get("retry-after");
  const message = serverMessage(body);
  throw new EndpointTrouble({ kind: "status", status: response.status, message, retryAfter });
}

async function request(address: string, key: string, signal: AbortSignal): Promise<Response> {
  const headers = new Headers({ accept: "application/json" });
  try {
    if (key !== "") headers.set("authorization", `Bearer ${key}`);
  } catch {
    throw new EndpointTrouble({ kind: "unusableKey" });
  }
  try {
    return await fetch(address, { headers, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new EndpointTrouble({ kind: "unreachable" });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function noList(message: string, key: string): EngineFailure {
  return {
    what: "The endpoint did not give a list of its models.",
    why: `It answered ${scrub(message, key).slice(0, 200)}`,
    tryThis: "Type the model's name; an endpoint may work without offering a list.",
  };
}
