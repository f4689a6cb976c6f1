/** A sentence whose parts in backticks are code. */
export function WithCode({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={index} className="font-mono text-[0.93em] wrap-anywhere">
        {part}
      </code>
    ),
  );
}
