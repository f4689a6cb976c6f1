import { ChevronDown, ChevronRight } from "lucide-react";
import { lazy, Suspense, useId, useState } from "react";
import { surroundingsOf } from "../../../domain/surroundings";
import { Button } from "../../../ui/Button";
import { Region } from "../../../ui/Region";
import { Spinner } from "../../../ui/Spinner";
import type { WorkbenchStores } from "../stores";
import { useProblem } from "../useWorkbench";
import { summary } from "./words";

const SurroundingsForm = lazy(async () => {
  const { SurroundingsForm: component } = await import("./SurroundingsForm");
  return { default: component };
});

/** What the program runs with besides its text, in one line that opens. */
export function SurroundingsPanel({ stores }: { stores: WorkbenchStores }) {
  const surroundings = surroundingsOf(useProblem(stores));
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <Region
      title="Input & files"
      padded={false}
      actions={
        <>
          <span className="text-muted">{summary(surroundings)}</span>
          <Button
            size="small"
            variant="quiet"
            aria-expanded={isOpen}
            aria-controls={id}
            icon={isOpen ? <ChevronDown /> : <ChevronRight />}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {isOpen ? "Close" : "Edit"}
          </Button>
        </>
      }
    >
      <div id={id} hidden={!isOpen} className="p-3">
        {isOpen && (
          <Suspense fallback={<Spinner />}>
            <SurroundingsForm
              stores={stores}
              surroundings={surroundings}
              onChange={(changed) => {
                stores.draft.surround(changed);
              }}
            />
          </Suspense>
        )}
      </div>
    </Region>
  );
}
