import clsx from "clsx";
import { LoaderCircle } from "lucide-react";

/** Something is going on. Decoration: say what in text beside it. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden="true" className={clsx("size-4 animate-spin", className)} />;
}
