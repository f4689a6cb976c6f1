import type * as ai from "ai";
import type { PromptMessage } from "../domain/prompt";
import type { Endpoint } from "./endpoint";
import { fetchStream, serverError } from "./transport";
import { EndpointTrouble, type Trouble } from "./trouble";

/** What arrives from a model. `thinking` is what a reasoning model does not count as its answer. */
export type ChatPart =
  | { type: "text"; text: string }
  | { type: "thinking"; text: string }
  | { type: "end"; reason: ai.FinishReason };

type Sdk = typeof ai;

/**
 * OpenAI's own newer models reject `max_tokens` for `max_completion_tokens`; other servers may know
 * only the older name.
 */
export function withLimitName(
  baseUrl: string,
  body: Record<string, unknown>,
): Record<string, unknown> {
  if (new URL(baseUrl).hostname !== "api.openai.com") return body;
  const { max_tokens: limit, ...rest } = body;
  return { ...rest, max_completion_tokens: limit };
}

/** The SDK's name for an error that the server reported in its stream; it exports no class for it. */
const streamError = "AI_StreamProviderError";

/** What an error of the SDK's stream means; `received` is counted by the caller. */
function troubleOf(error: unknown, sdk: Sdk, received: number): Trouble {
  if (error instanceof EndpointTrouble) return error.trouble;
  if (sdk.TypeValidationError.isInstance(error)) {
    const message = serverError(error.value);
    if (message !== null) return { kind: "errorInStream", message, received };
    return { kind: "brokenStream", received };
  }
  if (sdk.JSONParseError.isInstance(error)) return { kind: "brokenStream", received };
  if (sdk.InvalidResponseDataError.isInstance(error)) return { kind: "endedEarly", received };
  // HTTP errors never get this far (see fetchStream): this one befell the body.
  if (sdk.APICallError.isInstance(error)) return { kind: "dropped", received };
  if (!(error instanceof Error) || error.name === streamError) {
    const message = error instanceof Error ? error.message : (serverError(error) ?? "");
    return { kind: "errorInStream", message, received };
  }
  return { kind: "unexpected", message: error.message };
}

async function openStream(
  sdk: Sdk,
  endpoint: Endpoint,
  baseUrl: string,
  prompt: readonly PromptMessage[],
  signal: AbortSignal,
) {
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  const key = endpoint.key.trim();
  const provider = createOpenAICompatible({
    name: "endpoint",
    baseURL: baseUrl,
    fetch: fetchStream,
    transformRequestBody: (body) => withLimitName(baseUrl, body),
    ...(key === "" ? {} : { apiKey: key }),
  });
  return sdk.streamText({
    model: provider.chatModel(endpoint.model.trim()),
    messages: [...prompt],
    allowSystemInMessages: true,
    temperature: endpoint.temperature,
    maxOutputTokens: endpoint.maxTokens,
    maxRetries: 0,
    abortSignal: signal,
    // The default writes errors to the console; ours are told to the user.
    onError: () => undefined,
  }).stream;
}

/**
 * Sends a prompt and gives what arrives. The SDK is loaded when first used. Aborting ends the stream.
 *
 * @throws EndpointTrouble when the endpoint, its stream or the connection fails.
 */
export async function* chat(
  endpoint: Endpoint,
  baseUrl: string,
  prompt: readonly PromptMessage[],
  signal: AbortSignal,
): AsyncGenerator<ChatPart> {
  const sdk = await import("ai");
  let received = 0;
  try {
    for await (const part of await openStream(sdk, endpoint, baseUrl, prompt, signal)) {
      if (part.type === "text-delta") {
        received += part.text.length;
        yield { type: "text", text: part.text };
      } else if (part.type === "reasoning-delta") yield { type: "thinking", text: part.text };
      else if (part.type === "error") throw part.error;
      else if (part.type === "finish") yield { type: "end", reason: part.finishReason };
    }
  } catch (error) {
    throw new EndpointTrouble(troubleOf(error, sdk, received));
  }
}
