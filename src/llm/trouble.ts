/**
 * What can go wrong between us and an endpoint, before it is put into words. Texts in it come from
 * the server as they are; `received` counts characters of the answer.
 */
export type Trouble =
  | { kind: "unusableUrl" }
  | { kind: "unusableKey" }
  | { kind: "noModel" }
  /** `message` is the server's own, `retryAfter` the header's text. */
  | { kind: "status"; status: number; message: string; retryAfter: string | null }
  | { kind: "webPage"; status: number }
  /** A success that is no event stream. */
  | { kind: "notAStream"; message: string }
  /** The server reported an error inside its stream. */
  | { kind: "errorInStream"; message: string; received: number }
  | { kind: "brokenStream"; received: number }
  | { kind: "dropped"; received: number }
  /** The stream ended in order, but never said that the answer was complete. */
  | { kind: "endedEarly"; received: number }
  | { kind: "silent"; received: number }
  /** Refused, unknown host, blocked by the browser: a page cannot tell these apart. */
  | { kind: "unreachable" }
  | { kind: "cutOff"; received: number }
  | { kind: "filtered" }
  | { kind: "unexpected"; message: string };

/** Carries a trouble out of the request. */
export class EndpointTrouble extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.kind);
    this.name = "EndpointTrouble";
  }
}
