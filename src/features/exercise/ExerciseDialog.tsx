import { useId, useState } from "react";
import { useStore } from "zustand";
import type { Difficulty } from "../../domain/injection";
import type { Problem } from "../../domain/problem";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Notice } from "../../ui/Notice";
import { Progress } from "../../ui/Progress";
import type { Exercise } from "./exercise";

const levels: readonly { value: Difficulty; label: string; note: string }[] = [
  {
    value: "easy",
    label: "Easy",
    note: "One common slip, such as a wrong comparison or off by one, that most tests show.",
  },
  {
    value: "medium",
    label: "Medium",
    note: "One slip that some tests pass over, or a less common one.",
  },
  {
    value: "hard",
    label: "Hard",
    note: "Two slips in different lines, or one that a single test of several shows.",
  },
];

type ExerciseDialogProps = {
  exercise: Exercise;
  /** The problem with the correct program. */
  original: Problem;
  onClose: () => void;
  onMade: () => void;
};

/** Chooses how hard the bug is to find, and makes it. */
export function ExerciseDialog({ exercise, original, onClose, onMade }: ExerciseDialogProps) {
  const making = useStore(exercise.store, (state) => state.making);
  const [level, setLevel] = useState<Difficulty>("easy");
  const working = making.kind === "working";
  const close = (): void => {
    exercise.stop();
    onClose();
  };
  const make = async (): Promise<void> => {
    if (await exercise.make(original, level)) onMade();
  };
  return (
    <Dialog
      open
      onOpenChange={close}
      title="Make an exercise"
      description="A bug is put into this program. The instruction and the tests stay, and the correct program becomes the hidden solution."
      footer={
        <>
          <Button onClick={working ? exercise.stop : close}>{working ? "Stop" : "Cancel"}</Button>
          <Button variant="primary" disabled={working} onClick={() => void make()}>
            Make it
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Levels value={level} onValueChange={setLevel} disabled={working} />
        {working && <Working tried={making.tried} />}
        {making.kind === "failed" && <Notice tone="warning" announce {...making.failure} />}
        <p className="text-muted">
          No engine is given the solution. A share link of the exercise carries it: the page shows
          it only when asked, but whoever takes the link apart can read it.
        </p>
      </div>
    </Dialog>
  );
}

type LevelsProps = {
  value: Difficulty;
  onValueChange: (level: Difficulty) => void;
  disabled: boolean;
};

function Levels({ value, onValueChange, disabled }: LevelsProps) {
  const name = useId();
  return (
    <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-semibold">How hard to find</legend>
      {levels.map((level) => (
        <div key={level.value} className="flex items-start gap-2">
          <input
            type="radio"
            id={`${name}-${level.value}`}
            name={name}
            aria-describedby={`${name}-${level.value}-note`}
            checked={value === level.value}
            onChange={() => {
              onValueChange(level.value);
            }}
            className="mt-1 accent-accent"
          />
          <div>
            <label htmlFor={`${name}-${level.value}`} className="font-medium">
              {level.label}
            </label>
            <p id={`${name}-${level.value}-note`} className="text-muted">
              {level.note}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}

/** How far the making of a bug has come. */
export function Working({ tried }: { tried: number }) {
  return (
    <div className="flex flex-col gap-1">
      <Progress label="Making a bug" value={tried} max={null} />
      <p role="status" className="text-muted tabular-nums">
        {tried <= 0
          ? "Watching the tests"
          : `${tried} ${tried === 1 ? "variant" : "variants"} tried`}
      </p>
    </div>
  );
}
