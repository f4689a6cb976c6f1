import { createStore, type StoreApi } from "zustand/vanilla";
import type { Span } from "../../../domain/explanation";

/** What was asked for last; each asking is a new object. */
type Asked = { span: Span | null };

/** Takes the reader to a part of one of the two texts. */
export type Spotlight = {
  readonly store: StoreApi<Asked>;
  readonly show: (span: Span) => void;
};

export function createSpotlight(): Spotlight {
  const store = createStore<Asked>(() => ({ span: null }));
  return {
    store,
    show(span) {
      store.setState({ span: { ...span } });
    },
  };
}
