import { describe, expect, it } from "vitest";
import { InterpreterEnded, type Interpreter } from "./interpreter";
import { WarmPool } from "./pool";

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
function heldPool(size: number) {
  const launches: Launch[] = [];
  const pool = new WarmPool(() => {
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
  }, size);
  const launch = (index: number): Launch => {
    const found = launches[index];
    if (!found) throw new Error(`boot ${index} was not started`);
    return found;
  };
  return { pool, launches, launch };
}

describe("WarmPool", () => {
  it("boots as many spares as it is to keep, once", () => {
    const { pool, launches } = heldPool(2);
    pool.fill();
    pool.fill();
    expect(launches).toHaveLength(2);
  });

  it("gives each taker an interpreter of its own and boots a new spare for each", async () => {
    const { pool, launches, launch } = heldPool(2);
    pool.fill();
    const takers = [pool.fresh(), pool.fresh(), pool.fresh()];
    for (const index of [0, 1]) launch(index).resolve();
    await Promise.all(takers.slice(0, 2));
    launch(2).resolve();
    const taken = await Promise.all(takers);
    expect(new Set(taken.map(({ versions }) => versions.pyodide)).size).toBe(3);
    expect(launches.length).toBeGreaterThanOrEqual(5);
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
