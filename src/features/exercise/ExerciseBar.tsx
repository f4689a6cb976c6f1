import { GraduationCap } from "lucide-react";
import { useStore } from "zustand";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import type { Exercise } from "./exercise";
import { Working } from "./ExerciseDialog";

type ExerciseBarProps = {
  exercise: Exercise;
  /** The id of the problem on show. */
  problemId: string;
  /** Whether its program passes all tests now. */
  isSolved: boolean;
  onAnother: () => void;
  onShowSolution: () => void;
  onBack: () => void;
};

/** Says that the program on show is an exercise, and what can be done with it. */
export function ExerciseBar(props: ExerciseBarProps) {
  const { exercise, problemId, isSolved, onAnother, onShowSolution, onBack } = props;
  const { making, session } = useStore(exercise.store);
  const level = session?.exerciseId === problemId ? `, ${session.difficulty}` : "";
  const working = making.kind === "working";
  return (
    <section
      aria-label="Exercise"
      className="flex flex-col gap-2 rounded-lg border border-line bg-surface px-3 py-1.5"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="flex min-w-0 flex-1 basis-64 items-center gap-2">
          <GraduationCap aria-hidden="true" className="size-4 shrink-0 text-accent" />
          <span>
            <span className="font-semibold">Exercise{level}.</span>{" "}
            {isSolved
              ? "Solved: the program passes all its tests."
              : "A bug was put into this program: find it, and mend it."}
          </span>
        </p>
        <div className="flex flex-wrap gap-1">
          <Button size="small" variant="quiet" onClick={working ? exercise.stop : onAnother}>
            {working ? "Stop" : "Another one"}
          </Button>
          <Button size="small" variant="quiet" onClick={onShowSolution}>
            Show the solution…
          </Button>
          <Button size="small" variant="quiet" onClick={onBack}>
            Back to the original
          </Button>
        </div>
      </div>
      {working && <Working tried={making.tried} />}
      {making.kind === "failed" && <Notice tone="warning" announce {...making.failure} />}
    </section>
  );
}
