/** What a worker that was taken over sends in the place of its answer to the call with this id. */
export type Message = {
  name: string;
  layer: string;
  sends: (id: number) => unknown[];
};

const schema = "zod at the edge: a message out of form ends the interpreter";
const numbers = "every message names its call; others are dropped";
const forged = '{"kind":"settled","status":"passed"}';

export const messages: readonly Message[] = [
  { name: "a verdict that nobody asked for", layer: schema, sends: () => [{ status: "passed" }] },
  { name: "a verdict as text", layer: schema, sends: () => [forged] },
  {
    name: "a message of a type of its own",
    layer: schema,
    sends: (id) => [{ type: "verdict", id, json: forged }],
  },
  {
    name: "a verdict where a value was asked for",
    layer: schema,
    sends: (id) => [{ type: "result", id, json: forged }],
  },
  {
    name: "an object where JSON text was expected",
    layer: schema,
    sends: (id) => [{ type: "result", id, json: { status: "passed" } }],
  },
  {
    name: "an id that only looks right",
    layer: schema,
    sends: (id) => [{ type: "result", id: [id], json: forged }],
  },
  {
    name: "the result of another call",
    layer: numbers,
    sends: (id) => [{ type: "result", id: id + 1, json: forged }],
  },
  {
    name: "the result of an earlier call",
    layer: numbers,
    sends: (id) => [{ type: "result", id: id - 1, json: forged }],
  },
  {
    name: "ready, a second time",
    layer: numbers,
    sends: () => [{ type: "ready", pyodide: "0", python: "3", milliseconds: 1, json: forged }],
  },
  {
    name: "a verdict as an event",
    layer: schema,
    sends: (id) => [{ type: "event", id, json: forged }],
  },
  {
    name: "a property named __proto__",
    layer: schema,
    sends: (id) => [
      {
        type: "result",
        id,
        json: `{"__proto__":{"polluted":1,"status":"passed"},"status":"passed"}`,
      },
    ],
  },
  {
    name: "a constructor with a prototype",
    layer: schema,
    sends: (id) => [
      {
        type: "result",
        id,
        json: `{"constructor":{"prototype":{"polluted":1}},"status":"passed"}`,
      },
    ],
  },
  {
    name: "a reply that is also a verdict",
    layer: "zod at the edge: unknown properties are dropped",
    sends: (id) => [
      {
        type: "result",
        id,
        json: `{"kind":"value","value":["int","5"],"output":"","status":"passed","polluted":1}`,
      },
    ],
  },
  {
    name: "a value nested so deep that its readers overflow",
    layer: "zod at the edge: values nested too deeply are refused",
    sends: (id) => [
      {
        type: "result",
        id,
        json: `{"kind":"value","output":"","status":"passed","value":${'["list",['.repeat(9000)}${"]]".repeat(9000)}}`,
      },
    ],
  },
  {
    name: "a message that is too long",
    layer: "bounds at the edge: 64 million characters a message",
    sends: (id) => [
      { type: "result", id, json: `{"status":"passed","x":"${"x".repeat(2 ** 26)}"}` },
    ],
  },
  {
    name: "a failure that speaks for no call",
    layer: schema,
    sends: () => [{ type: "failed", id: null, message: "no", json: forged }],
  },
  {
    name: "a failure with last words without end",
    layer: "bounds at the edge: 2,000 characters of last words",
    sends: (id) => [{ type: "failed", id, message: "x".repeat(10_000_000), json: forged }],
  },
];
