import type { Failure } from "../offline/messages";
import type { OfflineState } from "../offline/offlineState";

/** A size as users read it; megabytes are 1,000,000 bytes. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const failures: Readonly<Record<Failure, string>> = {
  space:
    "The browser has no room for it. Free some space on this device, then reload the page to try again.",
  incomplete:
    "The server’s files do not belong together; it may be in the middle of an update. The next visit tries again.",
  network: "The connection broke. The next visit goes on where this one ended.",
  storage:
    "The browser refuses to store it, as private windows often do. A normal window can keep it.",
};

/** What there is to say of offline use: how it stands, and what follows from that. */
export function describeOffline({ copy, update }: OfflineState): string[] {
  const newer = {
    none: [],
    ready: ["A newer version is ready. Reloading starts it; your work is kept."],
    failed:
      update.kind === "failed"
        ? [`A newer version could not be kept; this one goes on. ${failures[update.failure]}`]
        : [],
  }[update.kind];
  switch (copy.kind) {
    case "none":
      return [
        "Tracemend is not kept for offline use: the browser does not offer it at this address. Everything works while the server can be reached.",
        ...newer,
      ];
    case "filling":
      return [
        `Being kept for offline use: ${megabytes(copy.done)} of ${megabytes(copy.total)}.`,
        ...newer,
      ];
    case "kept":
      return [
        `Everything works offline: all ${megabytes(copy.bytes)} of this version are kept in this browser. Only a model endpoint needs its network.`,
        ...newer,
      ];
    case "failed":
      return [
        `Tracemend could not be kept for offline use. ${failures[copy.failure]}`,
        "Everything works while the server can be reached.",
      ];
  }
}
