import clsx from "clsx";
import { useId, type ReactNode } from "react";

type RegionProps = {
  /** The heading, and the accessible name of the landmark. */
  title: string;
  /** At the right of the heading. */
  actions?: ReactNode;
  children: ReactNode;
  /** False when the content reaches to the edges. */
  padded?: boolean;
  className?: string;
};

/** A titled part of the page that assistive tools can jump to. */
export function Region({ title, actions, children, padded = true, className }: RegionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={clsx(
        "min-w-0 overflow-hidden rounded-lg border border-line bg-surface",
        className,
      )}
    >
      <header className="flex min-h-10 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line px-3 py-1">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {actions !== undefined && (
          <div className="flex flex-wrap items-center gap-2">{actions}</div>
        )}
      </header>
      <div className={clsx(padded && "p-3")}>{children}</div>
    </section>
  );
}
