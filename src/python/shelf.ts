import type { Interpreter } from "./interpreter";

/**
 * Keeps one used interpreter for whoever comes next with the same key. Who takes it has it alone;
 * who finds none takes a fresh one, so that two callers never share an interpreter.
 */
export class Shelf {
  private kept: { key: string; interpreter: Interpreter } | null = null;

  take(key: string): Interpreter | null {
    if (this.kept?.key !== key || !this.kept.interpreter.alive) return null;
    const { interpreter } = this.kept;
    this.kept = null;
    return interpreter;
  }

  /** Keeps `interpreter`, unless it has ended; ends the one that it replaces. */
  put(key: string, interpreter: Interpreter): void {
    if (!interpreter.alive || this.kept?.interpreter === interpreter) return;
    this.kept?.interpreter.end();
    this.kept = { key, interpreter };
  }
}
