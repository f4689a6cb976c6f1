import { createStore, type StoreApi } from "zustand/vanilla";
import type { FormId } from "../../../domain/renderers/forms";
import { formIds, type FormsAnswer, type FormsRequest, type FormsSubject } from "./formsMessages";
import type { FormsWorker, OpenFormsWorker } from "./openFormsWorker";

/** How long a form is; `failed` says in words why it cannot be told. */
export type FormSize =
  | { kind: "counting" }
  | { kind: "counted"; characters: number; tokens: number }
  | { kind: "failed"; why: string };

/** The chosen form's text. */
export type FormText =
  { kind: "writing" } | { kind: "written"; text: string } | { kind: "failed"; why: string };

export type FormsState = {
  chosen: FormId;
  text: FormText;
  sizes: Readonly<Record<FormId, FormSize>>;
};

export type FormsReader = {
  readonly store: StoreApi<FormsState>;
  /** Writes down and counts another subject; what was under way for the one before is dropped. */
  readonly show: (subject: FormsSubject) => void;
  readonly choose: (form: FormId) => void;
  /** Ends the worker; the next `show` opens a new one. */
  readonly close: () => void;
};

/** So many steps are handed over before the page gets its turn again. */
const portion = 2_000;

const counting = { kind: "counting" } as const;
const nothingCounted: FormsState["sizes"] = {
  none: counting,
  inline: counting,
  scratchpad: counting,
  ldb: counting,
  semcoder: counting,
  cwm: counting,
};

/**
 * Has a worker write a trace in each form and count its tokens, the chosen form first. `pause` gives
 * the page its turn between the portions of a long trace.
 */
export function createFormsReader(
  openWorker: OpenFormsWorker,
  pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve)),
): FormsReader {
  return new Reader(openWorker, pause);
}

class Reader implements FormsReader {
  readonly store = createStore<FormsState>(() => ({
    chosen: "inline",
    text: { kind: "writing" },
    sizes: nothingCounted,
  }));
  private subject: FormsSubject | null = null;
  private worker: FormsWorker | null = null;
  /** What the worker is at; it is asked for one thing at a time. */
  private phase: "closed" | "receiving" | "idle" | "write" | "count" = "closed";
  /** Counts the hand-overs: an earlier one goes no further. */
  private turn = 0;

  constructor(
    private readonly openWorker: OpenFormsWorker,
    private readonly pause: () => Promise<void>,
  ) {}

  readonly show = (subject: FormsSubject): void => {
    this.subject = subject;
    this.store.setState({ text: { kind: "writing" }, sizes: nothingCounted });
    void this.handOver(subject);
  };

  readonly choose = (chosen: FormId): void => {
    this.store.setState({ chosen, text: { kind: "writing" } });
    if (this.phase === "idle") this.next();
    // To count a long form can take seconds, for which a choice must not wait: start anew.
    else if (this.phase !== "receiving" && this.subject !== null) void this.handOver(this.subject);
  };

  readonly close = (): void => {
    this.turn += 1;
    this.end();
  };

  private async handOver(subject: FormsSubject): Promise<void> {
    const turn = (this.turn += 1);
    if (this.phase === "write" || this.phase === "count") this.end();
    const worker = (this.worker ??= this.openWorker(this.take, this.fail));
    this.phase = "receiving";
    const { steps } = subject.trace;
    worker.post({ kind: "subject", subject: withoutSteps(subject) });
    for (let from = 0; from < steps.length; from += portion) {
      await this.pause();
      if (turn !== this.turn) return;
      worker.post({ kind: "steps", steps: steps.slice(from, from + portion) });
    }
    this.next();
  }

  /** Asks for the chosen form's text, then for the sizes that are not known yet. */
  private next(): void {
    const { chosen, text, sizes } = this.store.getState();
    const unknown = [chosen, ...formIds].find((form) => sizes[form].kind === "counting");
    if (text.kind === "writing") this.ask({ kind: "write", form: chosen });
    else if (unknown !== undefined) this.ask({ kind: "count", form: unknown });
    else this.phase = "idle";
  }

  private ask(request: Extract<FormsRequest, { form: FormId }>): void {
    this.phase = request.kind;
    this.worker?.post(request);
  }

  private readonly take = (answer: FormsAnswer): void => {
    const size = (of: FormSize) => {
      this.store.setState(({ sizes }) => ({ sizes: { ...sizes, [answer.form]: of } }));
    };
    switch (answer.kind) {
      case "written":
        this.store.setState({ text: { kind: "written", text: answer.text } });
        break;
      case "counted":
        size({ kind: "counted", characters: answer.characters, tokens: answer.tokens });
        break;
      case "failed": {
        const failed = { kind: "failed", why: answer.message } as const;
        if (this.phase === "write") this.store.setState({ text: failed });
        else size(failed);
      }
    }
    this.next();
  };

  /** The worker is gone, and with it all that it was still to tell. */
  private readonly fail = (why: string): void => {
    this.close();
    const failed = { kind: "failed", why } as const;
    this.store.setState(({ text, sizes }) => ({
      text: text.kind === "writing" ? failed : text,
      sizes: {
        ...sizes,
        ...Object.fromEntries(
          formIds.filter((form) => sizes[form].kind === "counting").map((form) => [form, failed]),
        ),
      },
    }));
  };

  private end(): void {
    this.worker?.close();
    this.worker = null;
    this.phase = "closed";
  }
}

function withoutSteps(subject: FormsSubject): FormsSubject {
  return { ...subject, trace: { ...subject.trace, steps: [] } };
}
