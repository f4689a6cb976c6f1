import type { ReactNode } from "react";
import { ScrollBox } from "../../ui/ScrollBox";

type CodeListingProps = { label: string; className?: string; children: ReactNode };

/** Lines of code in a frame, as wide as the longest of them. */
export function CodeListing({ className = "", ...props }: CodeListingProps) {
  return (
    <ScrollBox label={props.label} className={`font-mono text-[0.93rem] ${className}`}>
      <div className="w-max min-w-full py-1">{props.children}</div>
    </ScrollBox>
  );
}
