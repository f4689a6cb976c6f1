import type { Surroundings } from "../domain/surroundings";

/** The two texts that are run, and what they run with; absent for nothing. */
export type Source = {
  program: string;
  tests: string;
  surroundings?: Surroundings | undefined;
};
