let acquisitions = 0;

/** How often a package came here: an interpreter prepared before may lack it. */
export const acquired = (): number => acquisitions;

/** Call when a package has come here. */
export function noteAcquired(): void {
  acquisitions += 1;
}
