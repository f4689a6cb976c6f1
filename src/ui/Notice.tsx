import clsx from "clsx";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type NoticeProps = {
  tone?: "error" | "warning" | "info";
  /** What happened. */
  what: ReactNode;
  why?: ReactNode;
  /** What to do next. */
  tryThis?: ReactNode;
  action?: ReactNode;
  /** Whether assistive tools interrupt to read it; errors do unless told otherwise. */
  announce?: boolean;
};

const looks = {
  error: { Icon: CircleAlert, box: "border-fail bg-fail-soft", icon: "text-fail" },
  warning: { Icon: TriangleAlert, box: "border-warn bg-warn-soft", icon: "text-warn" },
  info: { Icon: Info, box: "border-line bg-raised", icon: "text-accent" },
};

/** Something the user should know: what happened, why, and what to do next. */
export function Notice(props: NoticeProps) {
  const { tone = "error", what, why, tryThis, action, announce = tone === "error" } = props;
  const { Icon, box, icon } = looks[tone];
  return (
    <div
      {...(announce ? { role: "alert" } : {})}
      className={clsx("flex gap-2 rounded-md border px-3 py-2", box)}
    >
      <Icon aria-hidden="true" className={clsx("mt-0.5 size-4 shrink-0", icon)} />
      <div className="min-w-0 flex-1 space-y-1 whitespace-pre-line wrap-anywhere">
        <p className="font-medium">{what}</p>
        {why !== undefined && why !== "" && <div>{why}</div>}
        {tryThis !== undefined && tryThis !== "" && <div>{tryThis}</div>}
        {action !== undefined && <div className="mt-1.5 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
