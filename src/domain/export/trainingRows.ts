import { z } from "zod";
import type { PromptMessage } from "../prompt";
import type { Sample } from "../sample";
import { answerText } from "./answer";
import { toJsonLines, wellFormed } from "./jsonLines";

const systemSchema = z.strictObject({ role: z.literal("system"), content: z.string() });
const userSchema = z.strictObject({ role: z.literal("user"), content: z.string() });
const assistantSchema = z.strictObject({ role: z.literal("assistant"), content: z.string() });

/** A row of OpenAI's chat format for supervised fine-tuning, which most trainers read. */
export const openAiChatRowSchema = z.strictObject({
  messages: z.tuple([systemSchema, userSchema, assistantSchema]),
});
export type OpenAiChatRow = z.infer<typeof openAiChatRowSchema>;

/** A row of TRL's conversational prompt-completion format: the loss is on the completion alone. */
export const trlPromptCompletionRowSchema = z.strictObject({
  prompt: z.tuple([systemSchema, userSchema]),
  completion: z.tuple([assistantSchema]),
});
export type TrlPromptCompletionRow = z.infer<typeof trlPromptCompletionRowSchema>;

/** Each row has the same shape whatever the prompt was: messages of one role are joined. */
function contentOf(prompt: readonly PromptMessage[], role: PromptMessage["role"]): string {
  return wellFormed(
    prompt
      .filter((message) => message.role === role)
      .map((message) => message.content)
      .join("\n\n"),
  );
}

function conversation(sample: Sample): OpenAiChatRow["messages"] {
  return [
    { role: "system", content: contentOf(sample.prompt, "system") },
    { role: "user", content: contentOf(sample.prompt, "user") },
    { role: "assistant", content: wellFormed(answerText(sample)) },
  ];
}

/** JSON lines of `OpenAiChatRow`, in the order of the samples. */
export function toOpenAiChatJsonl(samples: readonly Sample[]): string {
  return toJsonLines(samples.map((sample): OpenAiChatRow => ({ messages: conversation(sample) })));
}

/** JSON lines of `TrlPromptCompletionRow`, in the order of the samples. */
export function toTrlPromptCompletionJsonl(samples: readonly Sample[]): string {
  return toJsonLines(
    samples.map((sample): TrlPromptCompletionRow => {
      const [system, user, assistant] = conversation(sample);
      return { prompt: [system, user], completion: [assistant] };
    }),
  );
}
