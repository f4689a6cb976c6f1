import { forms, type FormId } from "../../../domain/renderers/forms";
import type { FormsAnswer, FormsRequest, FormsSubject } from "./formsMessages";

/** The worker's side of the forms: writes the subject down, and counts how long that came out. */
export function createFormsDesk(
  countTokens: (text: string) => number,
  answer: (answer: FormsAnswer) => void,
): (request: FormsRequest) => void {
  let subject: FormsSubject | null = null;

  const write = (form: FormId): string => {
    if (subject === null) throw new Error("There is no trace to write down.");
    return forms[form].render(subject.source, subject.test, subject.trace);
  };
  const attempt = (form: FormId, work: () => FormsAnswer): void => {
    try {
      answer(work());
    } catch (error) {
      // Hundreds of megabytes of text do not fit into one string.
      const message = error instanceof Error ? error.message : String(error);
      answer({ kind: "failed", form, message });
    }
  };

  return (request) => {
    switch (request.kind) {
      case "subject":
        subject = { ...request.subject, trace: { ...request.subject.trace, steps: [] } };
        return;
      case "steps":
        for (const step of request.steps) subject?.trace.steps.push(step);
        return;
      case "write": {
        const { form } = request;
        attempt(form, () => ({ kind: "written", form, text: write(form) }));
        return;
      }
      case "count": {
        const { form } = request;
        attempt(form, () => {
          const text = write(form);
          return { kind: "counted", form, characters: text.length, tokens: countTokens(text) };
        });
      }
    }
  };
}
