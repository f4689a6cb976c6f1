import { z } from "zod";
import { forms, type FormId } from "../../../domain/renderers/forms";
import type { TracedSource } from "../../../domain/renderers/inline";
import type { Test } from "../../../domain/test";
import type { Step, Trace } from "../../../domain/trace";

/** The vocabulary that sizes are counted in. */
export const vocabulary = "cl100k_base";

/** What is written down in each form. */
export type FormsSubject = {
  source: TracedSource;
  /** The traced test, or null for the program alone. */
  test: Pick<Test, "place" | "line" | "endLine"> | null;
  trace: Trace;
};

/** Page to worker. A long trace is sent in parts, which follow the `subject` without its steps. */
export type FormsRequest =
  | { kind: "subject"; subject: FormsSubject }
  | { kind: "steps"; steps: readonly Step[] }
  | { kind: "write"; form: FormId }
  | { kind: "count"; form: FormId };

const isFormId = (text: string): text is FormId => Object.hasOwn(forms, text);
export const formIds: readonly FormId[] = Object.keys(forms).filter(isFormId);
const formIdSchema = z.string().refine(isFormId);

/** Worker to page: one answer to each `write` and each `count`, in their order. */
export const formsAnswerSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("written"), form: formIdSchema, text: z.string() }),
  z.object({
    kind: z.literal("counted"),
    form: formIdSchema,
    characters: z.number(),
    tokens: z.number(),
  }),
  z.object({ kind: z.literal("failed"), form: formIdSchema, message: z.string() }),
]);
export type FormsAnswer = z.infer<typeof formsAnswerSchema>;
