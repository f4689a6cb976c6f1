import { z } from "zod";

/**
 * Where a model is reached, and how it is sampled. The shape only: a form may hold an address that is
 * half typed; the engine answers an unusable one with a designed failure.
 *
 * `key` is a secret: it goes into the Authorization header and nowhere else.
 */
export const endpointSchema = z.object({
  /** The address that `/chat/completions` is appended to, for example `http://localhost:11434/v1`. */
  baseUrl: z.string(),
  model: z.string(),
  /** Empty when the endpoint asks for none. */
  key: z.string(),
  temperature: z.number().min(0).max(2),
  /** The most tokens that the answer may have. */
  maxTokens: z.number().int().positive(),
  /** Seconds without a single token after which the endpoint counts as silent. */
  timeoutSeconds: z.number().positive(),
});
export type Endpoint = z.infer<typeof endpointSchema>;

/** A local Ollama, which needs no key; the model is the user's to name. */
export const defaultEndpoint: Endpoint = {
  baseUrl: "http://localhost:11434/v1",
  model: "",
  key: "",
  temperature: 0.2,
  maxTokens: 2048,
  timeoutSeconds: 60,
};

/**
 * The base URL as requests need it: no spaces around it, no slash at its end, and without the
 * `/chat/completions` that people copy along. Null when it is no http(s) address.
 */
export function requestBaseUrl(baseUrl: string): string | null {
  const text = baseUrl.trim();
  if (!URL.canParse(text)) return null;
  const { protocol } = new URL(text);
  if (protocol !== "http:" && protocol !== "https:") return null;
  return text.replace(/\/+$/, "").replace(/\/chat\/completions$/, "");
}
