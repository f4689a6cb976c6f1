import type { ReactNode } from "react";

type PanelProps = {
  title: string;
  hint: string;
  actions?: ReactNode;
  children: ReactNode;
};

/** A frame around an editor. Its text box carries the name, so this is no landmark of its own. */
export function Panel({ title, hint, actions, children }: PanelProps) {
  return (
    <div className="group min-w-0 overflow-hidden rounded-lg border border-line bg-surface focus-within:border-accent">
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line px-3 py-1">
        <h2 className="font-semibold">{title}</h2>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="hidden text-xs text-muted group-focus-within:sm:inline">{hint}</span>
          {actions}
        </div>
      </div>
      {children}
    </div>
  );
}
