import { z } from "zod";

/** One message of what is sent to a model. */
export const promptMessageSchema = z.object({
  role: z.enum(["system", "user"]),
  content: z.string(),
});
export type PromptMessage = z.infer<typeof promptMessageSchema>;
