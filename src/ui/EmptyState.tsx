import type { ReactNode } from "react";

type EmptyStateProps = {
  title: string;
  /** What would be here and how to get it. */
  children?: ReactNode;
  action?: ReactNode;
};

/** What a panel shows when there is nothing in it yet. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-1 rounded-md border border-dashed border-line px-3 py-3">
      <p className="font-medium">{title}</p>
      {children !== undefined && <div className="text-muted">{children}</div>}
      {action !== undefined && <div className="mt-1">{action}</div>}
    </div>
  );
}
