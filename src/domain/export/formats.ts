import type { Sample } from "../sample";
import { toFullJsonl } from "./fullRows";
import { toOpenAiChatJsonl, toTrlPromptCompletionJsonl } from "./trainingRows";

/** A file format that samples are exported in. */
export type ExportFormat = {
  id: "openai-chat" | "trl-prompt-completion" | "full";
  title: string;
  /** One line for the user: who reads it and what is in it. */
  explanation: string;
  fileName: string;
  /** The file's text, rows in the order of the samples. */
  write: (samples: readonly Sample[]) => string;
};

export const exportFormats: readonly ExportFormat[] = [
  {
    id: "openai-chat",
    title: "OpenAI chat",
    explanation: "System, user and assistant messages; read by most fine-tuning tools.",
    fileName: "tracemend-openai-chat.jsonl",
    write: toOpenAiChatJsonl,
  },
  {
    id: "trl-prompt-completion",
    title: "TRL prompt-completion",
    explanation: "Prompt and completion apart, so that TRL trains on the answer alone.",
    fileName: "tracemend-trl-prompt-completion.jsonl",
    write: toTrlPromptCompletionJsonl,
  },
  {
    id: "full",
    title: "Full",
    explanation: "Everything kept: problem, trace, prompt, fix, verdict, provenance, versions.",
    fileName: "tracemend-full.jsonl",
    write: toFullJsonl,
  },
];
