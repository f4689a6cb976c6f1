import type { Contrast, HardCoding } from "../../domain/fixChecks";
import type { WeakerJudging } from "../../domain/verdict";
import { Notice } from "../../ui/Notice";

/** Lines on which a fix seems to answer its tests by heart. */
export function HardCodingView({ findings }: { findings: readonly HardCoding[] }) {
  const warnings = findings.filter(({ severity }) => severity === "warning");
  const shown = warnings.length > 0 ? warnings : findings;
  if (shown.length === 0) return null;
  const isCertain = warnings.length > 0;
  return (
    <Notice
      tone={isCertain ? "warning" : "info"}
      what={
        isCertain ? "This fix may know its tests by heart." : "This fix says what a test expects."
      }
      why={
        <ul className="flex flex-col gap-0.5">
          {shown.map(({ line, words }) => (
            <li key={line}>
              Line {line} {words}.
            </li>
          ))}
        </ul>
      }
      tryThis={
        isCertain
          ? "The program did not have this before. Look whether it solves the problem, or only these tests."
          : "It may be a label that every right program has."
      }
    />
  );
}

/** Tests that the fix has within its reach and the buggy program had not. */
export function WeakerJudgingView({ tests }: { tests: readonly WeakerJudging[] }) {
  if (tests.length === 0) return null;
  const count = tests.length === 1 ? "One test is" : `${String(tests.length)} tests are`;
  return (
    <Notice
      tone="warning"
      what={`${count} judged with less isolation than for the buggy program.`}
      why={
        <ul className="flex flex-col gap-0.5">
          {tests.map(({ test, reason }) => (
            <li key={test}>
              <span className="font-mono text-[0.93rem]">{test}</span>: {reason}
            </li>
          ))}
        </ul>
      }
      tryThis="Look whether the fix needs what is the reason: a test beside the program could be deceived by it."
    />
  );
}

/** How the fix differs from the buggy program where that was right already. */
export function ContrastView({ contrast }: { contrast: Contrast }) {
  const { compared, agreed, unstable, examples } = contrast;
  return (
    <div role="group" aria-label="Compared with the buggy program" className="flex flex-col gap-1">
      <p className="text-muted">{contrastWords(contrast)}</p>
      {examples.length > 0 && (
        <ul className="flex flex-col gap-0.5">
          {examples.map(({ call, before, after }) => (
            <li key={call} className="wrap-anywhere">
              <span className="font-mono text-[0.93rem]">{call}</span>
              <span className="text-muted"> was </span>
              <span className="font-mono text-[0.93rem]">{before}</span>
              <span className="text-muted">, is </span>
              <span className="font-mono text-[0.93rem]">{after}</span>
            </li>
          ))}
        </ul>
      )}
      {unstable > 0 && compared > agreed && (
        <p className="text-muted">Some of that may be chance: the program is not repeatable.</p>
      )}
    </div>
  );
}

function contrastWords({ compared, agreed, unstable }: Contrast): string {
  const changing = `${String(unstable)} changed ${unstable === 1 ? "input" : "inputs"} gave another answer each time`;
  if (compared === 0) return `Nothing could be compared: ${changing}.`;
  const sum = `Agrees with the buggy program on ${String(agreed)} of ${String(compared)} changed inputs of the tests that already passed`;
  const differs = agreed < compared ? "; it differs, which may be what was to be fixed, on" : ".";
  return unstable > 0 && agreed === compared ? `${sum}; ${changing}.` : `${sum}${differs}`;
}
