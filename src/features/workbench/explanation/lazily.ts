import { lazy } from "react";

/** How a run ended, and why tests cannot be read: loaded when the first of them is shown. */
export const EndNotice = lazy(async () => ({ default: (await import("./EndNotice")).EndNotice }));
export const UnreadableNotice = lazy(async () => ({
  default: (await import("./UnreadableNotice")).UnreadableNotice,
}));
