import clsx from "clsx";
import type { ReactNode } from "react";

type ScrollBoxProps = { label: string; className?: string; children: ReactNode };

/** Content longer or wider than its frame, which the keyboard can scroll. */
export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  return (
    <div
      role="group"
      aria-label={label}
      // Not every browser lets the keyboard into a scroller that holds nothing focusable.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={clsx("overflow-auto rounded-md border border-line", className)}
    >
      {children}
    </div>
  );
}
