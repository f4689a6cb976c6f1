import Markdown, { type Components } from "react-markdown";

/** A model wrote this: no images, which would be fetched, and links leave the tab alone. */
const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noreferrer" className="text-accent underline">
      {children}
    </a>
  ),
  code: ({ children }) => (
    <code className="rounded bg-raised px-1 font-mono text-[0.93em]">{children}</code>
  ),
  pre: ({ children }) => (
    <pre className="rounded bg-raised p-2 whitespace-pre-wrap [&_code]:p-0">{children}</pre>
  ),
  ul: ({ children }) => <ul className="list-disc pl-5">{children}</ul>,
  ol: ({ children }) => <ol className="list-decimal pl-5">{children}</ol>,
  h1: ({ children }) => <p className="font-semibold">{children}</p>,
  h2: ({ children }) => <p className="font-semibold">{children}</p>,
  h3: ({ children }) => <p className="font-semibold">{children}</p>,
};

/** A rationale's Markdown as elements; raw HTML in it stays text. */
export function RationaleMarkdown({ text }: { text: string }) {
  return (
    <Markdown components={components} disallowedElements={["img"]} unwrapDisallowed>
      {text}
    </Markdown>
  );
}
