/**
 * Where an attacker's JavaScript runs: in the worker of an interpreter, as if Python had been left
 * behind; in a worker whose scope is not closed; in the sandbox frame itself.
 */
export type Place = "interpreter" | "worker" | "frame";

/** JavaScript that wants out of the sandbox. */
export type Reach = {
  name: string;
  layer: string;
  from: readonly Place[];
  /**
   * Runs in the place, with the address of a server that listens. It has won when that hears of it,
   * or with `returns` when it gives "reached".
   */
  attack: (address: string) => unknown;
  returns?: true;
  /** Where it wins it takes its page along. */
  takesPage?: true;
  /** The server that it calls takes datagrams. */
  datagrams?: true;
};

export const policy = {
  connect: "the frame's policy: connect-src 'none', which its workers inherit",
  load: "the frame's policy: default-src 'none'",
  script: "the frame's policy: script-src allows its own script only",
  scope: "the interpreter's scope is emptied before anything untrusted runs",
  origin: "the frame's opaque origin",
  attribute: 'sandbox="allow-scripts" and nothing else',
  parent: "the policy of the page around the frame: frame-src 'none'",
} as const;
