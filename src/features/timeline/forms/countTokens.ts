import { countTokens as countIn } from "gpt-tokenizer/encoding/cl100k_base";

/** Marks such as `<|endoftext|>` in a text are text, not control. */
const asText = { disallowedSpecial: new Set<string>() };

/** How many tokens of cl100k_base (byte pair encoding, as tiktoken has it) a text takes. */
export function countTokens(text: string): number {
  return countIn(text, asText);
}
