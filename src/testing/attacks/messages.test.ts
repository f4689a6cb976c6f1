import { MessageChannel } from "node:worker_threads";
import { expect, it } from "vitest";
import { defaultLimits } from "../../domain/limits";
import { SandboxInterpreter } from "../../python/sandbox/sandboxInterpreter";
import type { SandboxWorker } from "../../python/sandbox/host";
import { messages, type Message } from "./messages";

const honest = '{"kind":"value","value":["int","5"],"output":""}';

/** A worker that sends what an attack says, and then the honest result. */
function hostileWorker({ sends }: Message): SandboxWorker {
  const { port1, port2 } = new MessageChannel();
  port2.on("message", ({ id }: { id: number }) => {
    for (const message of sends(id)) port2.postMessage(message);
    port2.postMessage({ type: "result", id, json: honest });
  });
  port2.postMessage({ type: "ready", pyodide: "0", python: "3", milliseconds: 1 });
  // Node's ports are those of browsers, with more in them.
  const port: unknown = port1;
  return {
    port: port as MessagePort,
    end: () => {
      port1.close();
    },
    onDeath: () => undefined,
  };
}

/** An app that believes what comes first, in whatever form. */
function believes({ sends }: Message): boolean {
  const [first] = sends(1);
  const message: unknown = typeof first === "string" ? JSON.parse(first) : first;
  const json: unknown = Reflect.get(Object(message), "json") ?? message;
  const body: unknown = typeof json === "string" ? JSON.parse(json) : json;
  return Reflect.get(Object(body), "status") === "passed";
}

it.each(messages)("$name is no verdict", async (attack) => {
  expect(believes(attack), "an app that believes everything is won").toBe(true);
  const interpreter = await SandboxInterpreter.start(hostileWorker(attack));
  const ask = { kind: "call" as const, function: "f", args: [], kwargs: [] };
  const settled = await interpreter
    .call("answer", { program: "", session: "t1", ask, limits: defaultLimits }, { seconds: 10 })
    .catch((error: unknown) => (error instanceof Error ? error : new Error("no error")));
  if (settled instanceof Error) {
    expect(settled.message).toMatch(/out of form|^x{1999}…$/);
    expect(settled.message.length).toBeLessThan(2_100);
    expect(interpreter.alive).toBe(false);
  } else {
    expect(settled).toEqual(JSON.parse(honest));
  }
  expect(Reflect.get({}, "polluted")).toBeUndefined();
  interpreter.end();
});
