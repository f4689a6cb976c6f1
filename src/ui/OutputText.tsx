type OutputTextProps = {
  id?: string;
  parts: readonly { text: string; isError: boolean }[];
  className?: string;
};

/** What a program printed; what went to standard error is marked and named. */
export function OutputText({ id, parts, className = "" }: OutputTextProps) {
  return (
    <>
      {parts.some(({ isError }) => isError) && (
        <p className="flex items-center gap-1.5 px-2 text-xs text-muted">
          <span aria-hidden="true" className="inline-block h-3 border-l-2 border-fail" />
          Red with a bar: standard error
        </p>
      )}
      <pre id={id} className={`font-mono text-[13px] ${className}`}>
        {parts.map(({ text, isError }, index) =>
          isError ? (
            <span
              key={index}
              role="group"
              aria-label="Standard error"
              className="box-decoration-clone border-l-2 border-fail pl-1 text-fail"
            >
              {text}
            </span>
          ) : (
            text
          ),
        )}
      </pre>
    </>
  );
}
