const mask = "•••";

/** Replaces the key, as it is and as it stands in an address, wherever it occurs in `text`. */
export function scrub(text: string, key: string): string {
  const secret = key.trim();
  if (secret === "") return text;
  return text.replaceAll(secret, mask).replaceAll(encodeURIComponent(secret), mask);
}

/** Shorter keys are no secrets (`ollama`, `none`) and would tear holes into programs. */
const shortestSecret = 8;

/** Scrubs what a model wrote, in case that its server wove the key into the answer. */
export function scrubAnswer(text: string, key: string): string {
  return key.trim().length < shortestSecret ? text : scrub(text, key);
}
