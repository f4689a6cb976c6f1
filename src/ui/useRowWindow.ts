import { useCallback, useEffect, useRef, useState, type RefObject } from "react";

/** Rows drawn beyond each edge, so that a quick scroll shows no gap. */
const beyond = 8;

type RowWindow = {
  /** For the element that scrolls. */
  box: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  /** The rows to draw: from the first, up to but without `end`. */
  first: number;
  end: number;
  /** Brings a row into view, if it is not. */
  reveal: (row: number) => void;
};

/** Which of `count` rows of equal height, in pixels, are in a scrolling box's view; `head` is above them. */
export function useRowWindow(count: number, rowHeight: number, head = 0): RowWindow {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 320 });
  const onScroll = useCallback(() => {
    const element = box.current;
    if (element !== null) setView({ top: element.scrollTop, height: element.clientHeight });
  }, []);
  useEffect(onScroll, [onScroll, count]);
  const reveal = useCallback(
    (row: number) => {
      const element = box.current;
      if (element === null) return;
      const top = row * rowHeight;
      const bottom = top + rowHeight - (element.clientHeight - head);
      if (element.scrollTop > top) element.scrollTop = top;
      else if (element.scrollTop < bottom) element.scrollTop = bottom;
    },
    [rowHeight, head],
  );
  const first = Math.max(0, Math.floor(view.top / rowHeight) - beyond);
  const end = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + beyond);
  return { box, onScroll, first: Math.min(first, count), end, reveal };
}
