import { Spinner } from "../ui/Spinner";

/** A page whose code is still on its way. */
export function PageSpinner() {
  return (
    <p role="status" className="flex items-center gap-2 p-6 text-muted">
      <Spinner /> Loading…
    </p>
  );
}
