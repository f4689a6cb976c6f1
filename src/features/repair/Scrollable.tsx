import clsx from "clsx";
import type { ReactNode } from "react";

type ScrollableProps = { label: string; className?: string; children: ReactNode };

/** A listing wider or longer than its frame, which the keyboard can scroll. */
export function Scrollable({ label, className, children }: ScrollableProps) {
  return (
    <div
      role="group"
      aria-label={label}
      // Not every browser lets the keyboard into a scroller that holds nothing focusable.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={clsx(
        "overflow-auto rounded-md border border-line font-mono text-[0.93rem]",
        className,
      )}
    >
      <div className="w-max min-w-full py-1">{children}</div>
    </div>
  );
}
