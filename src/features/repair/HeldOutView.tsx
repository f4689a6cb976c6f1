import { passedCount, type HeldOutVerdict } from "../../domain/verdict";
import { Notice } from "../../ui/Notice";
import { judgingWords } from "./judgingWords";
import { OutcomeList } from "./OutcomeList";

/** What the held-out tests showed of a fix that passes the visible ones. */
export function HeldOutView({ heldOut }: { heldOut: HeldOutVerdict }) {
  const { tests, outcomes, problem } = heldOut;
  if (problem !== "") {
    return (
      <Notice
        tone="warning"
        what="The fix is not verified."
        why={problem}
        tryThis="Correct the held-out tests, run, and find a fix again."
      />
    );
  }
  const passed = passedCount(outcomes);
  return (
    <div role="group" aria-label="Held-out tests" className="flex flex-col gap-1.5">
      <p className="font-medium">
        {passed} of {tests.length} held-out {tests.length === 1 ? "test passes" : "tests pass"} ·{" "}
        {judgingWords(outcomes)}
      </p>
      {passed < tests.length && (
        <Notice
          tone="warning"
          what="The fix passes your tests, but not the held-out ones."
          why="It is plausible and not verified: it may fit only what it was tested with."
          tryThis="Look at the next fix, or add a visible test for what is missing and search again. What failed is not told to any engine."
        />
      )}
      <OutcomeList tests={tests} outcomes={outcomes} />
    </div>
  );
}
