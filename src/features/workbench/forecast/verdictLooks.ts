import { Check, CircleAlert, EqualNot, Minus, X, type LucideIcon } from "lucide-react";
import type { LineVerdict } from "../../../domain/forecast/score";

type Look = { Icon: LucideIcon; name: string; color: string };

/** What each verdict on a line looks like, and its name: never the colour alone. */
export const verdictLooks: Record<LineVerdict, Look> = {
  agreed: { Icon: Check, name: "as forecast", color: "text-pass" },
  quiet: { Icon: Minus, name: "never ran, as forecast", color: "text-muted" },
  missed: { Icon: CircleAlert, name: "missed", color: "text-warn" },
  falseAlarm: { Icon: X, name: "expected, never ran", color: "text-fail" },
  otherTimes: { Icon: EqualNot, name: "ran another number of times", color: "text-warn" },
};
