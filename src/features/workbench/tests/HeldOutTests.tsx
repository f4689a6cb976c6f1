import { LockKeyhole } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Progress } from "../../../ui/Progress";
import type { WorkbenchStores } from "../stores";
import { useProblem } from "../useWorkbench";

const HeldOutBox = lazy(async () => {
  const { HeldOutBox: component } = await import("./HeldOutBox");
  return { default: component };
});

/** A box for tests that only judge fixes, closed until it is wanted. */
export function HeldOutTests({ stores }: { stores: WorkbenchStores }) {
  const { heldOut } = useProblem(stores);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className="border-t border-line px-3 py-1.5"
      open={isOpen}
      onToggle={(event) => {
        setIsOpen(event.currentTarget.open);
      }}
    >
      <summary className="py-0.5">
        <LockKeyhole
          aria-hidden="true"
          className="mr-1.5 inline size-3.5 align-[-2px] text-muted"
        />
        Held-out tests <span className="text-muted">· {sizeWords(heldOut)}</span>
      </summary>
      <div className="pt-1.5 pb-1">
        {isOpen && (
          <Suspense fallback={<Progress label="Opening the box" value={0} max={null} />}>
            <HeldOutBox stores={stores} />
          </Suspense>
        )}
      </div>
    </details>
  );
}

function sizeWords(text: string): string {
  if (text.trim() === "") return "none";
  const lines = text.trimEnd().split("\n").length;
  return lines === 1 ? "1 line, sealed" : `${String(lines)} lines, sealed`;
}
