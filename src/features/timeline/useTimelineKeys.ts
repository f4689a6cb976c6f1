import { useEffect, type RefObject } from "react";
import type { Timeline } from "./timeline";

/** What the keys do while the focus is in the timeline, for the help as well. */
export const timelineKeys: readonly { keys: readonly string[]; words: string }[] = [
  { keys: ["←", "→"], words: "one step back, one step on" },
  { keys: ["Home", "End"], words: "first step, last step" },
  { keys: ["Space"], words: "play, pause" },
  { keys: ["n", "p"], words: "next, previous time this line runs" },
  { keys: ["c", "Shift+n"], words: "next change of the watched variable" },
  { keys: ["Shift+c", "Shift+p"], words: "previous change of the watched variable" },
  { keys: ["f"], words: "jump to the failure" },
  { keys: ["h"], words: "history of the step’s line" },
];

const actions: Readonly<Record<string, (timeline: Timeline) => void>> = {
  ArrowLeft: (timeline) => timeline.stepBy(-1),
  ArrowRight: (timeline) => timeline.stepBy(1),
  Home: (timeline) => timeline.goToFirst(),
  End: (timeline) => timeline.goToLast(),
  " ": (timeline) => timeline.togglePlaying(),
  n: (timeline) => timeline.goAlongLine("next"),
  p: (timeline) => timeline.goAlongLine("previous"),
  c: (timeline) => timeline.goAlongVariable("next"),
  C: (timeline) => timeline.goAlongVariable("previous"),
  N: (timeline) => timeline.goAlongVariable("next"),
  P: (timeline) => timeline.goAlongVariable("previous"),
  f: (timeline) => timeline.goToFailure(),
  h: (timeline) => timeline.showHistory(null),
};

/** Elements with a use of their own for some of the keys. */
const typing = "input:not([type=range]), textarea, select, [role=combobox], [role=listbox]";
const pressing = "button, [role=switch], a, summary";
const arrowing = "[role=tab], [role=tree], [role=menu]";

function hasItsOwnUse(target: Element, key: string): boolean {
  if (target.closest(typing) !== null) return true;
  if (key === " ") return target.closest(`${pressing}, ${arrowing}`) !== null;
  return /^(Arrow|Home|End)/.test(key) && target.closest(arrowing) !== null;
}

/** Moves through the steps by keys while the focus is inside `root`. */
export function useTimelineKeys(root: RefObject<HTMLElement | null>, timeline: Timeline): void {
  useEffect(() => {
    const element = root.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const { key, target } = event;
      const act = Object.hasOwn(actions, key) ? actions[key] : undefined;
      if (act === undefined || !(target instanceof Element) || hasItsOwnUse(target, key)) return;
      event.preventDefault();
      act(timeline);
    };
    element?.addEventListener("keydown", onKeyDown);
    return () => {
      element?.removeEventListener("keydown", onKeyDown);
    };
  }, [root, timeline]);
}
