import { ClipboardCopy, LocateFixed } from "lucide-react";
import type { ReactNode } from "react";
import { toast } from "sonner";
import { piecesOf, type Explanation, type Span } from "../../../domain/explanation";
import { Button } from "../../../ui/Button";
import { Notice } from "../../../ui/Notice";
import { ScrollBox } from "../../../ui/ScrollBox";
import type { Message } from "./endWords";
import { spanWords } from "./spanWords";

type ErrorNoticeProps = {
  /** What is said where there is no explanation. */
  words: Pick<Message, "tone" | "what" | "why" | "tryThis">;
  explanation: Explanation | null;
  /** As Python prints it; may be empty. */
  traceback: string;
  /** Whether assistive tools interrupt to read it. */
  announce: boolean;
  /** Which limit was the cause, if one was, and what can be done about it. */
  limit?: string | null;
  more?: ReactNode;
  /** Takes the reader to the part that failed. */
  onShow: (span: Span) => void;
};

/** An error in plain words: what happened, where, why, and Python's own form of it one click away. */
export function ErrorNotice(props: ErrorNoticeProps) {
  const { words, explanation, traceback, announce, limit = null, more, onShow } = props;
  const standard = traceback === "" ? null : <Traceback text={traceback} />;
  const actions = (
    <>
      {more}
      {standard}
    </>
  );
  if (explanation === null) return <Notice {...words} announce={announce} action={actions} />;
  const { title, happened, hint, means, at } = explanation;
  return (
    <Notice
      tone={words.tone}
      announce={announce}
      what={<Explained text={title} />}
      why={happened === "" ? undefined : <Explained text={happened} />}
      tryThis={
        <>
          {hint !== null && <Explained text={hint} />}
          {(limit ?? means) !== null && (
            <span className="mt-1 block text-muted">
              <Explained text={limit ?? means ?? ""} />
            </span>
          )}
        </>
      }
      action={
        <>
          {at !== null && (
            <Button
              size="small"
              // On a narrow screen its words take two lines.
              className="h-auto! min-h-7 shrink! text-left whitespace-normal!"
              icon={<LocateFixed />}
              onClick={() => {
                onShow(at);
              }}
            >
              Show {spanWords(at)}
            </Button>
          )}
          {actions}
        </>
      }
    />
  );
}

/** A text of an explanation, with its code set as code. */
function Explained({ text }: { text: string }) {
  return (
    <span>
      {piecesOf(text).map((piece, index) =>
        piece.kind === "words" ? (
          piece.text
        ) : (
          <code
            // The pieces of one text never change places.
            key={index}
            className="rounded-sm border border-line bg-surface px-1 font-mono text-[0.93em] font-normal whitespace-pre-wrap"
          >
            {piece.text}
          </code>
        ),
      )}
    </span>
  );
}

function Traceback({ text }: { text: string }) {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      toast("Copied Python’s own traceback.");
    } catch {
      toast.error("The browser did not allow copying. Allow the clipboard for this page.");
    }
  };
  return (
    <details className="w-full min-w-0">
      <summary className="w-fit font-medium">Python’s own traceback</summary>
      <ScrollBox label="Python’s own traceback" className="mt-1 max-h-72 bg-surface p-2">
        <pre className="font-mono text-[13px] whitespace-pre">{text.trimEnd()}</pre>
      </ScrollBox>
      <Button
        size="small"
        variant="quiet"
        className="mt-1"
        icon={<ClipboardCopy />}
        onClick={() => void copy()}
      >
        Copy traceback
      </Button>
    </details>
  );
}
