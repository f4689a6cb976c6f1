/**
 * Calls back when nothing is heard for some time. It counts only between `listen` and `pause`, so
 * that a slow reader on our side is not taken for a silent endpoint.
 */
export type SilenceWatch = { listen(): void; pause(): void };
export type CreateSilenceWatch = (seconds: number, onSilence: () => void) => SilenceWatch;

/** Watches by the clock. */
export const createSilenceWatch: CreateSilenceWatch = (seconds, onSilence) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = (): void => {
    clearTimeout(timer);
  };
  return {
    listen() {
      pause();
      timer = setTimeout(onSilence, seconds * 1000);
    },
    pause,
  };
};
