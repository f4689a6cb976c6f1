/** One page of a real browser, however it is driven. */
export type Driver = {
  readonly version: string;
  /** Opens an address and waits until it has loaded. */
  open(address: string): Promise<void>;
  /**
   * Runs the body of an async function in the page and gives what it returns, through JSON.
   * @throws Error with the page's message when it throws.
   */
  run(body: string): Promise<unknown>;
  close(): Promise<void>;
};

export type BrowserUnderTest = {
  name: string;
  /** @throws Error saying what is missing when the browser cannot be started here. */
  start(): Promise<Driver>;
};

/** An expression for the page: the body's result, or what it threw, as JSON text. */
export function asExpression(body: string): string {
  return `(async () => { ${body} })().then(
    (value) => JSON.stringify({ value: value ?? null }),
    (error) => JSON.stringify({ error: String(error) }),
  )`;
}

/** What the text of `asExpression` says. */
export function readAnswer(text: unknown): unknown {
  const answer: unknown = JSON.parse(String(text));
  if (typeof answer !== "object" || answer === null) throw new Error("the page gave no answer");
  if ("error" in answer) throw new Error(String(answer.error));
  return "value" in answer ? answer.value : null;
}
