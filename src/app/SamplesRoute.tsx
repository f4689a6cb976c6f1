import { useLocation } from "wouter";
import { DiffView } from "../features/repair/DiffView";
import { Rationale } from "../features/repair/Rationale";
import { VerdictView } from "../features/repair/VerdictView";
import { SamplesPage } from "../features/samples/SamplesPage";
import { newId } from "../features/workbench/problem/draft";
import { openProblem } from "../features/workbench/problem/withUndo";
import type { Composition } from "./composition";
import { useTitle } from "./useTitle";

const views = { Diff: DiffView, Rationale, Verdict: VerdictView };

/** The samples, shown with the views of the Repair panel. */
export function SamplesRoute({ composition }: { composition: Composition }) {
  const [, navigate] = useLocation();
  useTitle("Samples");
  return (
    <>
      <h1 className="sr-only">Samples</h1>
      <SamplesPage
        storage={composition.sampleStorage}
        model={composition.samples}
        views={views}
        onOpen={(problem) => {
          openProblem(composition.workbench, { ...problem, id: newId() });
          navigate("/");
        }}
      />
    </>
  );
}
