import type { RepairLifecycle } from "./repairState";

/** Whether the editor holds neither the repaired program nor one of its fixes. */
export function isStale(
  program: string,
  lifecycle: Exclude<RepairLifecycle, { kind: "idle" }>,
): boolean {
  const { subject, findings } = lifecycle;
  if (findings.fixes.length + findings.refuted.length === 0) return false;
  const known = [...findings.fixes, ...findings.refuted].map(({ proposal }) => proposal.fix);
  return program !== subject.problem.program && !known.includes(program);
}
