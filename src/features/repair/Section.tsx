import type { ReactNode } from "react";

type SectionProps = { title: string; note?: string; children: ReactNode };

/** A headed part of the Repair panel. */
export function Section({ title, note, children }: SectionProps) {
  return (
    <section className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="text-xs font-semibold text-muted">{title}</h3>
        {note !== undefined && <span className="truncate text-xs text-muted">{note}</span>}
      </div>
      {children}
    </section>
  );
}
