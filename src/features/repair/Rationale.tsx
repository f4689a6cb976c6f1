import { lazy, Suspense } from "react";

const RationaleMarkdown = lazy(async () => {
  const { RationaleMarkdown: component } = await import("./RationaleMarkdown");
  return { default: component };
});

/** A rationale, whole or as far as it is written. */
export function Rationale({ text, writing = false }: { text: string; writing?: boolean }) {
  return (
    <div aria-busy={writing} className="flex flex-col gap-2 wrap-anywhere">
      <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
        <RationaleMarkdown text={text} />
      </Suspense>
    </div>
  );
}
