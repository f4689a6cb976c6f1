import { z } from "zod";
import { problemSchema, provenanceSchema } from "../problem";
import { promptMessageSchema } from "../prompt";
import { surroundingsSchema } from "../surroundings";
import { sampleSchema, versionsSchema, type Sample } from "../sample";
import { keptTraceSchema } from "../upgradeTrace";
import { isPlausible, isVerified, judgedApart, verdictSchema } from "../verdict";
import { toJsonLines } from "./jsonLines";

/** JSON text of a value that fits the schema. */
function jsonTextSchema<T extends z.ZodType>(schema: T) {
  return z.string().transform((text, context): z.output<T> => {
    try {
      const parsed = schema.safeParse(JSON.parse(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: "custom", message: z.prettifyError(parsed.error) });
    } catch (error) {
      context.addIssue({ code: "custom", message: `not JSON: ${String(error)}` });
    }
    return z.NEVER;
  });
}

/**
 * A row of the full file; `docs/formats.md` describes it for readers. The trace, the verdict and the
 * surroundings are JSON text: their shapes differ from sample to sample (a record of hits, unions, nulls), and table
 * readers such as `load_dataset("json")` want the same keys and types on every row.
 */
export const fullRowSchema = z.strictObject({
  ...sampleSchema.shape,
  problem: z.strictObject({
    ...problemSchema.omit({ surroundings: true, reference: true }).shape,
    /** Empty where there is none; earlier versions did not write it. */
    reference: z.string().default(""),
    provenance: z.strictObject(provenanceSchema.shape),
  }),
  engine: z.strictObject(sampleSchema.shape.engine.shape),
  prompt: z.array(z.strictObject(promptMessageSchema.shape)),
  versions: z.strictObject(versionsSchema.shape),
  /** Derived from the verdict, so that rows can be chosen without reading it. */
  plausible: z.boolean(),
  verified: z.boolean().default(false),
  judgedApart: z.boolean(),
  trace: jsonTextSchema(keptTraceSchema),
  verdict: jsonTextSchema(verdictSchema),
  /** `null` where there are none; earlier versions did not write it. */
  surroundings: jsonTextSchema(surroundingsSchema.nullable()).default(null),
});
export type FullRow = z.input<typeof fullRowSchema>;

function toFullRow(sample: Sample): FullRow {
  const { surroundings = null, reference = "", ...problem } = sample.problem;
  return {
    version: sample.version,
    id: sample.id,
    acceptedAt: sample.acceptedAt,
    problem: { ...problem, reference },
    engine: sample.engine,
    prompt: sample.prompt,
    rationale: sample.rationale,
    fix: sample.fix,
    plausible: isPlausible(sample.verdict),
    verified: isVerified(sample.verdict),
    judgedApart: judgedApart(sample.verdict),
    versions: sample.versions,
    trace: JSON.stringify(sample.trace),
    verdict: JSON.stringify(sample.verdict),
    surroundings: JSON.stringify(surroundings),
  };
}

/** JSON lines of `FullRow`, in the order of the samples. */
export function toFullJsonl(samples: readonly Sample[]): string {
  return toJsonLines(samples.map(toFullRow));
}

/**
 * The sample that a line of the full file holds.
 * @throws SyntaxError or ZodError when the line is not such a row.
 */
export function parseFullLine(line: string): Sample {
  const { surroundings, ...row } = fullRowSchema.parse(JSON.parse(line));
  const { reference, ...rest } = row.problem;
  const problem = {
    ...rest,
    ...(surroundings !== null && { surroundings }),
    ...(reference !== "" && { reference }),
  };
  return sampleSchema.parse({ ...row, problem });
}
