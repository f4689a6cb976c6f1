import type { ReactNode } from "react";

/** A key, as on a keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded border border-line bg-raised px-1 font-sans text-xs text-muted">
      {children}
    </kbd>
  );
}
