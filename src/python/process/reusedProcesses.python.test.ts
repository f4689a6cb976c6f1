import { afterAll, expect, it } from "vitest";
import { defaultLimits } from "../../domain/limits";
import type { Interpreter } from "../interpreter";
import { ReusedProcesses } from "./reusedProcesses";

const processes = new ReusedProcesses();

afterAll(() => {
  processes.close();
});

/** What `f()` gives in the session of that name, in a program that counts its calls. */
async function counted(interpreter: Interpreter): Promise<unknown> {
  const program = "calls = 0\ndef f():\n    global calls\n    calls += 1\n    return calls\n";
  const ask = { kind: "call" as const, function: "f", args: [], kwargs: [] };
  const args = { program, session: "t1", ask, limits: defaultLimits };
  const reply = await interpreter.call("answer", args, { seconds: 10 });
  return reply.kind === "value" ? reply.value : reply;
}

it("hands a process on without what was in it, and kills one that is ended at work", async () => {
  const first = await processes.fresh();
  expect(await counted(first)).toEqual(["int", "1"]);
  expect(await counted(first)).toEqual(["int", "2"]);
  first.end();
  expect(first.alive).toBe(false);
  await expect(counted(first)).rejects.toThrow("ended");

  const second = await processes.fresh();
  expect(second.versions).toBe(first.versions);
  expect(await counted(second)).toEqual(["int", "1"]);
  const working = counted(second);
  second.end();
  await expect(working).rejects.toThrow("ended");

  const third = await processes.fresh();
  expect(third.versions).not.toBe(first.versions);
  third.end();
});
