import { Copy } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { toast } from "sonner";
import { useStore } from "zustand";
import { forms, type FormId } from "../../../domain/renderers/forms";
import { Button } from "../../../ui/Button";
import { Notice } from "../../../ui/Notice";
import { ScrollBox } from "../../../ui/ScrollBox";
import { Spinner } from "../../../ui/Spinner";
import { excerptOf } from "./excerpt";
import { formIds, vocabulary, type FormsSubject } from "./formsMessages";
import { createFormsReader, type FormSize, type FormText } from "./formsReader";
import { openFormsWorker } from "./openFormsWorker";

/** One trace in every form that it can be written in, with the forms' sizes. */
export function FormsView({ source, test, trace }: FormsSubject) {
  const [reader] = useState(() => createFormsReader(openFormsWorker));
  const { chosen, text, sizes } = useStore(reader.store);
  useEffect(() => {
    reader.show({ source, test, trace });
  }, [reader, source, test, trace]);
  useEffect(() => reader.close, [reader]);
  return (
    <div className="flex flex-col gap-3">
      <FormChoice chosen={chosen} sizes={sizes} onChoose={reader.choose} />
      <p className="text-xs text-muted">
        Tokens are counted by gpt-tokenizer in the vocabulary {vocabulary}, from which those of
        Llama 3 and Qwen were grown: another model’s count differs a little. A form’s own marks
        count as plain text.
      </p>
      <Text form={chosen} text={text} />
    </div>
  );
}

type FormChoiceProps = {
  chosen: FormId;
  sizes: Readonly<Record<FormId, FormSize>>;
  onChoose: (form: FormId) => void;
};

function FormChoice({ chosen, sizes, onChoose }: FormChoiceProps) {
  const name = useId();
  return (
    <fieldset className="min-w-0 rounded-md border border-line">
      <legend className="sr-only">Form of the trace</legend>
      {formIds.map((form) => (
        <label
          key={form}
          className="flex cursor-pointer items-baseline gap-2 border-t border-line px-2 py-1 first-of-type:border-t-0 hover:bg-hover has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name={name}
            checked={form === chosen}
            onChange={() => {
              onChoose(form);
            }}
          />
          <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium">{forms[form].title}</span>
            <Size size={sizes[form]} />
            <span className="w-full text-xs text-muted">{forms[form].citation}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Size({ size }: { size: FormSize }) {
  switch (size.kind) {
    case "counting":
      return <span className="text-muted">counting…</span>;
    case "failed":
      return <span className="text-muted">not counted</span>;
    case "counted":
      return (
        <span className="tabular-nums">
          {amount(size.tokens, "token")}
          <span className="text-muted"> · {amount(size.characters, "character")}</span>
        </span>
      );
  }
}

const number = (count: number): string => count.toLocaleString("en");
const amount = (count: number, word: string): string =>
  `${number(count)} ${word}${count === 1 ? "" : "s"}`;

function Text({ form, text }: { form: FormId; text: FormText }) {
  switch (text.kind) {
    case "writing":
      return (
        <p className="flex items-center gap-2 text-muted">
          <Spinner /> Writing the trace down…
        </p>
      );
    case "failed":
      return (
        <Notice
          what="The trace could not be written in this form."
          why={text.why}
          tryThis="Choose another form, or lower “Steps kept per trace” in the settings and run again."
        />
      );
    case "written":
      return <Listing title={forms[form].title} text={text.text} />;
  }
}

function Listing({ title, text }: { title: string; text: string }) {
  const shown = excerptOf(text);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          size="small"
          icon={<Copy />}
          onClick={() => {
            void copy(text);
          }}
        >
          Copy
        </Button>
        {!shown.isWhole && (
          <span className="text-muted">
            The first {number(shown.text.length)} of {number(text.length)} characters are shown.
            Copy takes all of them.
          </span>
        )}
      </div>
      <ScrollBox label={`The trace as ${title}`} className="max-h-96">
        <pre className="w-max min-w-full px-3 py-1 font-mono text-[13px]">{shown.text}</pre>
      </ScrollBox>
    </div>
  );
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast.success("Copied.", { description: `${number(text.length)} characters.` });
  } catch {
    toast.error("The trace could not be copied.", {
      description: "The browser did not allow it. Select the text and copy it by hand.",
    });
  }
}
