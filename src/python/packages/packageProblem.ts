/** Why a package could not be had: what happened, why, and what to do next. */
export type PackageFailure = { what: string; why: string; tryThis: string };

/** Thrown with a designed failure. */
export class PackageProblem extends Error {
  constructor(readonly failure: PackageFailure) {
    super(`${failure.what} ${failure.why} ${failure.tryThis}`);
    this.name = "PackageProblem";
  }
}

/** The designed failure in whatever was thrown while packages were fetched. */
export function explain(error: unknown): PackageFailure {
  if (error instanceof PackageProblem) return error.failure;
  return {
    what: "Packages could not be fetched.",
    why: error instanceof Error ? error.message : String(error),
    tryThis: "Check the connection, reload the page, and fetch again.",
  };
}
