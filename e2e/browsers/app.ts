import { encodeShareLink } from "../../src/features/share/shareLink";
import type { Driver } from "./driver";

/** Seconds that a step may take before it counts as failed; slow machines need many. */
const patience = 180;

/** Functions for the page's scripts. */
const helpers = `
  const until = async (what, find, seconds = ${String(patience)}) => {
    const end = performance.now() + seconds * 1000;
    for (;;) {
      const found = find();
      if (found) return found;
      if (performance.now() > end) {
        const shown = (document.querySelector("main") ?? document.body).innerText.replace(/\\s+/g, " ").slice(-300);
        throw new Error("no " + what + "; the page shows: " + shown);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const button = (name) => [...document.querySelectorAll("button")]
    .find((one) => (one.getAttribute("aria-label") ?? one.textContent).trim().startsWith(name));
  const result = () => [...document.querySelectorAll("[role=status]")]
    .map((one) => /\\d+ of \\d+ tests pass/.exec(one.textContent)?.[0]).find(Boolean);
  const region = (name) => [...document.querySelectorAll("section")]
    .find((one) => (one.getAttribute("aria-label") ??
      document.getElementById(one.getAttribute("aria-labelledby"))?.textContent) === name);
`;

/** The app in a driven browser, as far as the scenario uses it. */
export class App {
  private shown = 0;

  constructor(
    private readonly driver: Driver,
    private readonly address: string,
  ) {}

  script(body: string): Promise<unknown> {
    return this.driver.run(`${helpers} ${body}`);
  }

  open(fragment = ""): Promise<void> {
    return this.driver.open(this.address + fragment);
  }

  /** Opens a problem in the page as it is, as a share link does, without loading it anew. */
  async show(program: string, tests: string): Promise<void> {
    const title = `Browser test ${String(++this.shown)}`;
    const problem = { title, instruction: "", program, tests, heldOut: "" };
    const { hash } = new URL(await encodeShareLink(problem, this.address));
    await this.script(`
      location.hash = ${JSON.stringify(hash)};
      await until("problem of this title", () => [...document.querySelectorAll("input")]
        .some((input) => input.value === ${JSON.stringify(title)}));`);
  }

  /** What the Tests region says once "n of m tests pass" is there. */
  async outcome(count: string): Promise<string> {
    const text = await this.script(`
      await until(${JSON.stringify(count)}, () => result() === ${JSON.stringify(count)});
      return region("Tests").innerText;`);
    return String(text);
  }

  press(name: string): Promise<unknown> {
    return this.script(`(await until("button ${name}", () => {
      const found = button(${JSON.stringify(name)});
      return found && !found.disabled && found;
    })).click();`);
  }
}
