import { z } from "zod";

/** Why a build could not be kept. */
export const failureSchema = z.enum([
  /** The browser has no room for it. */
  "space",
  /** The server lacks a file, or has another content under its name. */
  "incomplete",
  /** The connection broke. */
  "network",
  /** The browser refused to store anything. */
  "storage",
]);
export type Failure = z.infer<typeof failureSchema>;

/** What the service worker tells the pages. `build` is the id of the worker's own build. */
export const workerMessageSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("filling"), build: z.string(), done: z.number(), total: z.number() }),
  z.object({ kind: z.literal("kept"), build: z.string(), bytes: z.number() }),
  z.object({ kind: z.literal("failed"), build: z.string(), failure: failureSchema }),
]);
export type WorkerMessage = z.infer<typeof workerMessageSchema>;

/** What a page asks of a service worker. */
export type PageRequest =
  /** Say how the copy stands, and throw away what no page needs. */
  | "report"
  /** Take over from the older worker now: the user has agreed. */
  | "takeOver";
