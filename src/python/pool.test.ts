import { describe, expect, it } from "vitest";
import { InterpreterEnded, type Interpreter } from "./interpreter";
import { InterpreterPool, poolSize } from "./pool";

type Launch = { resolve(): Interpreter; reject(error: Error): void };

function fakeInterpreter(name: string): Interpreter {
  const interpreter = {
    versions: { pyodide: name, python: "" },
    alive: true,
    call: () => Promise.reject(new Error("not called here")),
    end() {
      interpreter.alive = false;
    },
  };
  return interpreter;
}

/** A pool whose boots are held until the test lets them go. */
function heldPool(spares: number, slots = 1) {
  const launches: Launch[] = [];
  const pool = new InterpreterPool(
    () => {
      const name = String(launches.length);
      return new Promise((resolve, reject) => {
        launches.push({
          resolve: () => {
            const interpreter = fakeInterpreter(name);
            resolve(interpreter);
            return interpreter;
          },
          reject,
        });
      });
    },
    { spares, slots },
  );
  const launch = (index: number): Launch => {
    const found = launches[index];
    if (!found) throw new Error(`boot ${index} was not started`);
    return found;
  };
  return { pool, launches, launch };
}

describe("InterpreterPool", () => {
  it("boots as many spares as it is to keep, once", () => {
    const { pool, launches } = heldPool(2);
    pool.fill();
    pool.fill();
    expect(launches).toHaveLength(2);
  });

  it("gives each taker an interpreter of its own and boots new spares one by one", async () => {
    const { pool, launches, launch } = heldPool(2);
    pool.fill();
    const takers = [pool.fresh(), pool.fresh(), pool.fresh()];
    for (const index of [0, 1]) launch(index).resolve();
    await Promise.all(takers.slice(0, 2));
    launch(2).resolve();
    const taken = await Promise.all(takers);
    expect(new Set(taken.map(({ versions }) => versions.pyodide)).size).toBe(3);
    expect(launches).toHaveLength(4);
    launch(3).resolve();
    await expect.poll(() => launches.length).toBe(5);
    launch(4).resolve();
    await expect.poll(() => pool.state).toMatchObject({ spare: 2, booting: 0 });
    expect(launches).toHaveLength(5);
  });

  it("keeps a spare whose taker gave up before it was ready", async () => {
    const { pool, launch } = heldPool(1);
    pool.fill();
    const controller = new AbortController();
    const given = pool.fresh(controller.signal);
    controller.abort();
    await expect(given).rejects.toBeInstanceOf(InterpreterEnded);
    launch(0).resolve();
    expect((await pool.fresh()).versions.pyodide).toBe("0");
  });

  it("refuses at once when the signal is already aborted", async () => {
    const { pool, launches } = heldPool(1);
    await expect(pool.fresh(AbortSignal.abort())).rejects.toBeInstanceOf(InterpreterEnded);
    expect(launches).toHaveLength(0);
  });

  it("tells a taker that the boot failed, and boots anew for the next", async () => {
    const { pool, launch } = heldPool(1);
    const first = pool.fresh();
    launch(0).reject(new Error("no memory"));
    await expect(first).rejects.toThrow("no memory");
    const second = pool.fresh();
    launch(1).resolve();
    expect((await second).versions.pyodide).toBe("1");
  });

  it("passes over a spare that died while it waited", async () => {
    const { pool, launch } = heldPool(2);
    pool.fill();
    launch(0).resolve().end();
    launch(1).resolve();
    expect((await pool.fresh()).versions.pyodide).toBe("1");
  });
});

describe("the queue of an InterpreterPool", () => {
  /** A pool whose interpreters are ready at once. */
  const readyPool = (slots: number) => {
    let booted = 0;
    return new InterpreterPool(() => Promise.resolve(fakeInterpreter(String(booted++))), {
      spares: 1,
      slots,
    });
  };
  /** Lets everything run that can. */
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  it("hands out as many as there are slots, the next when one is ended", async () => {
    const pool = readyPool(2);
    const source = pool.queued("search");
    const first = await source.fresh();
    await source.fresh();
    const third = source.fresh();
    await settled();
    expect(pool.state).toMatchObject({ working: 2, waiting: 1, slots: 2 });
    first.end();
    expect((await third).alive).toBe(true);
    expect(pool.state).toMatchObject({ working: 2, waiting: 0 });
  });

  it("serves the more urgent first, and those alike in their order", async () => {
    const pool = readyPool(1);
    const first = await pool.queued("batch").fresh();
    const served: string[] = [];
    const want = async (name: string, priority: "proof" | "search" | "batch") => {
      const given = await pool.queued(priority).fresh();
      served.push(name);
      given.end();
    };
    const all = [
      want("batch", "batch"),
      want("search 1", "search"),
      want("search 2", "search"),
      want("proof", "proof"),
    ];
    await settled();
    first.end();
    await Promise.all(all);
    expect(served).toEqual(["proof", "search 1", "search 2", "batch"]);
    await settled();
    expect(pool.state).toMatchObject({ working: 0, waiting: 0 });
  });

  it("serves what the user waits for at once, whatever is queued", async () => {
    const pool = readyPool(1);
    await pool.queued("batch").fresh();
    const waiting = pool.queued("batch").fresh();
    waiting.catch(() => undefined);
    expect((await pool.fresh()).alive).toBe(true);
  });

  it("forgets a request that was given up while it waited", async () => {
    const pool = readyPool(1);
    const first = await pool.queued("search").fresh();
    const controller = new AbortController();
    const given = pool.queued("search").fresh(controller.signal);
    await settled();
    controller.abort();
    await expect(given).rejects.toBeInstanceOf(InterpreterEnded);
    expect(pool.state.waiting).toBe(0);
    const next = pool.queued("search").fresh();
    first.end();
    expect((await next).alive).toBe(true);
    await expect(pool.queued("search").fresh(AbortSignal.abort())).rejects.toBeInstanceOf(
      InterpreterEnded,
    );
  });

  it("frees the slot of an interpreter that could not boot", async () => {
    const { pool, launch } = heldPool(0, 1);
    const first = pool.queued("search").fresh();
    const second = pool.queued("search").fresh();
    await settled();
    launch(0).reject(new Error("no memory"));
    await expect(first).rejects.toThrow("no memory");
    await settled();
    launch(1).resolve();
    expect((await second).alive).toBe(true);
  });
});

describe("poolSize", () => {
  it.each([
    [{ cores: 2, gibibytes: 8 }, 1],
    [{ cores: 8, gibibytes: 8 }, 7],
    [{ cores: 32, gibibytes: 8 }, 8],
    [{ cores: 8, gibibytes: 2 }, 3],
    [{ cores: 8, gibibytes: 0.5 }, 1],
    [{ cores: 8 }, 6],
    [{ cores: 1 }, 1],
  ])("fits %o: %i slots", (machine, slots) => {
    expect(poolSize(machine)).toEqual({ spares: 2, slots });
  });
});
