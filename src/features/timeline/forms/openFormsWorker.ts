import { formsAnswerSchema, type FormsAnswer, type FormsRequest } from "./formsMessages";

/** The page's end of a worker. */
export type FormsWorker = {
  post(request: FormsRequest): void;
  close(): void;
};

/** Opens a worker; `onBroken` is told in words when it cannot be loaded or dies. */
export type OpenFormsWorker = (
  onAnswer: (answer: FormsAnswer) => void,
  onBroken: (why: string) => void,
) => FormsWorker;

export const openFormsWorker: OpenFormsWorker = (onAnswer, onBroken) => {
  const worker = new Worker(new URL("./formsWorker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", (event: MessageEvent<unknown>) => {
    const answer = formsAnswerSchema.safeParse(event.data);
    if (answer.success) onAnswer(answer.data);
    else onBroken("The tokenizer’s worker sent what it should not.");
  });
  worker.addEventListener("error", (event) => {
    onBroken(event.message === "" ? "The tokenizer could not be loaded." : event.message);
  });
  return {
    post: (request) => {
      worker.postMessage(request);
    },
    close: () => {
      worker.terminate();
    },
  };
};
