import { useEffect, useState } from "react";
import type { SampleStorage } from "../storage/samples";

/** How many samples are kept, as they come and go in any tab; null while that is not known. */
export function useSampleCount(storage: SampleStorage): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(
    () =>
      storage.watchCount({
        next: setCount,
        failed: () => {
          setCount(null);
        },
      }),
    [storage],
  );
  return count;
}
