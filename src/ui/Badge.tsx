import clsx from "clsx";
import type { ReactNode } from "react";

type Tone = "neutral" | "accent" | "pass" | "warn" | "fail";

const tones: Record<Tone, string> = {
  neutral: "bg-hover text-text",
  accent: "bg-accent-soft text-accent",
  pass: "bg-pass-soft text-pass",
  warn: "bg-warn-soft text-warn",
  fail: "bg-fail-soft text-fail",
};

type BadgeProps = { tone?: Tone; children: ReactNode; className?: string };

/** A word or two about a thing. The text says it all; the colour only helps to find it. */
export function Badge({ tone = "neutral", children, className }: BadgeProps) {
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1 rounded px-1.5 py-px text-xs font-medium whitespace-nowrap",
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
