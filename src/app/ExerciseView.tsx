import { useEffect, useState } from "react";
import { toast } from "sonner";
import { useStore, type StoreApi } from "zustand";
import { ExerciseBar } from "../features/exercise/ExerciseBar";
import { ExerciseDialog } from "../features/exercise/ExerciseDialog";
import { Exercise, originalOf } from "../features/exercise/exercise";
import { SolutionDialog } from "../features/exercise/SolutionDialog";
import { DiffView } from "../features/repair/DiffView";
import { newId } from "../features/workbench/problem/draft";
import { useProblem } from "../features/workbench/useWorkbench";
import type { Composition } from "./composition";

type ExerciseViewProps = {
  composition: Composition;
  /** Whether the dialog that makes one is open. */
  asking: StoreApi<{ open: boolean }>;
  /** Whether the program passes all its tests. */
  isSolved: boolean;
};

/** The bar above an exercise, the dialog that makes one, and the one that shows its solution. */
export function ExerciseView({ composition, asking, isSolved }: ExerciseViewProps) {
  const { workbench, runtime } = composition;
  const problem = useProblem(workbench);
  const isAsking = useStore(asking, ({ open }) => open);
  const [exercise] = useState(() => new Exercise({ runtime, open: workbench.open, newId }));
  const [showsSolution, setShowsSolution] = useState(false);
  useEffect(() => exercise.stop, [exercise]);
  const { reference } = problem;
  const session = useStore(exercise.store, (state) => state.session);
  const ask = (open: boolean): void => {
    asking.setState({ open });
  };
  const tellMade = (): void => {
    ask(false);
    toast("A bug was put into the program.", {
      action: { label: "Undo", onClick: exercise.undo },
    });
  };
  const isLast = session?.exerciseId === problem.id;
  return (
    <>
      {reference !== undefined && (
        <div className="px-3 pt-3">
          <ExerciseBar
            exercise={exercise}
            problemId={problem.id}
            isSolved={isSolved}
            onAnother={() => {
              if (isLast) void exercise.another(originalOf(problem));
              else ask(true);
            }}
            onShowSolution={() => {
              setShowsSolution(true);
            }}
            onBack={() => {
              workbench.open(originalOf(problem));
            }}
          />
        </div>
      )}
      {isAsking && (
        <ExerciseDialog
          exercise={exercise}
          original={originalOf(problem)}
          onClose={() => {
            ask(false);
          }}
          onMade={tellMade}
        />
      )}
      {showsSolution && reference !== undefined && (
        <SolutionDialog
          why={isLast ? session.bug.why : null}
          diff={<DiffView label="The solution" before={problem.program} after={reference} />}
          onClose={() => {
            setShowsSolution(false);
          }}
        />
      )}
    </>
  );
}
