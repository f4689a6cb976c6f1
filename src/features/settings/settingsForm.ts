import { z } from "zod";
import { requestBaseUrl } from "../../llm/endpoint";
import type { Settings } from "./settings";

/** The settings that take effect when the form is saved; the others do at once. */
export type FormSettings = Pick<Settings, "endpoint" | "limits" | "packageAddress">;

/** What the form edits, as text boxes hold it: numbers are still what the user typed. */
export type SettingsDraft = {
  baseUrl: string;
  model: string;
  key: string;
  temperature: string;
  maxTokens: string;
  timeoutSeconds: string;
  seconds: string;
  steps: string;
  output: string;
  memory: string;
  recursion: string;
  packageAddress: string;
};
export type DraftField = keyof SettingsDraft;

/** What is wrong with a field and how to put it right. */
export type DraftErrors = Partial<Record<DraftField, string>>;

export type DraftReading =
  { kind: "valid"; settings: FormSettings } | { kind: "invalid"; errors: DraftErrors };

export function draftOf({ endpoint, limits, packageAddress }: FormSettings): SettingsDraft {
  return {
    baseUrl: endpoint.baseUrl,
    model: endpoint.model,
    key: endpoint.key,
    temperature: String(endpoint.temperature),
    maxTokens: String(endpoint.maxTokens),
    timeoutSeconds: String(endpoint.timeoutSeconds),
    packageAddress,
    seconds: String(limits.seconds),
    steps: String(limits.steps),
    output: String(limits.output),
    memory: String(limits.memory),
    recursion: String(limits.recursion),
  };
}

const amount = (least: number, most: number, whole: boolean) => {
  const message = `A ${whole ? "whole " : ""}number from ${least.toLocaleString("en")} to ${most.toLocaleString("en")}.`;
  const number = z.number(message).min(least, message).max(most, message);
  const bounded = whole ? number.int(message) : number;
  return z
    .string()
    .transform((text) => (text.trim() === "" ? Number.NaN : Number(text)))
    .pipe(bounded);
};

const addressHelp =
  "An address that starts with http:// or https://, such as http://localhost:11434/v1.";

const packageHelp = "An address that starts with http:// or https://.";

const draftSchema = z.object({
  baseUrl: z
    .string()
    .trim()
    .refine((text) => requestBaseUrl(text) !== null, addressHelp),
  model: z.string().trim(),
  key: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]*$/, "A key has no spaces and only plain characters; copy it again."),
  temperature: amount(0, 2, false),
  maxTokens: amount(1, 1_000_000, true),
  timeoutSeconds: amount(1, 3600, false),
  packageAddress: z
    .string()
    .trim()
    .refine((text) => requestBaseUrl(text) !== null, packageHelp),
  seconds: amount(0.1, 120, false),
  steps: amount(1_000, 1_000_000, true),
  output: amount(100, 10_000_000, true),
  memory: amount(16, 900, true),
  recursion: amount(50, 5_000, true),
});

/** Reads a draft, with everything that is wrong with it at once. */
export function readDraft(draft: SettingsDraft): DraftReading {
  const parsed = draftSchema.safeParse(draft);
  if (!parsed.success) {
    const errors: DraftErrors = {};
    const { fieldErrors } = z.flattenError(parsed.error);
    for (const field of draftSchema.keyof().options) {
      const message = fieldErrors[field]?.[0];
      if (message !== undefined) errors[field] = message;
    }
    return { kind: "invalid", errors };
  }
  const { seconds, steps, output, memory, recursion, packageAddress, ...endpoint } = parsed.data;
  const limits = { seconds, steps, output, memory, recursion };
  return { kind: "valid", settings: { endpoint, limits, packageAddress } };
}
