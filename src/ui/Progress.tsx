import clsx from "clsx";

type ProgressProps = {
  /** The accessible name, for example "Running the tests". */
  label: string;
  value: number;
  /** Null while the end is unknown. */
  max: number | null;
  className?: string;
};

/** A bar that fills as a job goes on, or moves while its end is unknown. Show the count beside it. */
export function Progress({ label, value, max, className }: ProgressProps) {
  const known = max !== null && max > 0;
  const share = known ? Math.min(1, value / max) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      {...(known ? { "aria-valuemin": 0, "aria-valuemax": max, "aria-valuenow": value } : {})}
      className={clsx("h-1 overflow-hidden rounded-full bg-hover", className)}
    >
      <div
        className={clsx("h-full rounded-full bg-accent", !known && "w-1/3 animate-pulse")}
        {...(known ? { style: { width: `${share * 100}%` } } : {})}
      />
    </div>
  );
}
