import { beforeEach, describe, expect, it } from "vitest";
import type { Problem } from "../../domain/problem";
import type { PackageFile } from "../../python/packages/lock";
import { explain, PackageProblem } from "../../python/packages/packageProblem";
import { createPackages, type Packages, type PackagesSetting } from "./packages";

const problem: Problem = {
  id: "p",
  title: "",
  instruction: "",
  program: "import pandas",
  tests: "",
  heldOut: "",
  provenance: { source: "user", reference: "" },
};
const file = (name: string): PackageFile => ({
  name,
  version: "1",
  fileName: `${name}.whl`,
  sha256: name,
  folder: "site",
});

type Acquisition = {
  file: PackageFile;
  signal: AbortSignal;
  resolve: (isKept: boolean) => void;
  reject: (error: Error) => void;
};

let here: string[];
let acquisitions: Acquisition[];
let runs: number;
let packages: Packages;
const setting: PackagesSetting = {
  missing: ({ program }) =>
    Promise.resolve(
      program === "import pandas"
        ? [file("numpy"), file("pandas")].filter(({ name }) => !here.includes(name))
        : [],
    ),
  acquire: (wanted, { signal }) =>
    new Promise((resolve, reject) => acquisitions.push({ file: wanted, signal, resolve, reject })),
  explain,
  onAcquired: () => {
    runs += 1;
  },
};
const state = () => packages.store.getState();

/** Waits until what was settled has been seen. */
const seen = () => new Promise((resolve) => setTimeout(resolve, 0));

async function arrive(index: number, isKept = true): Promise<void> {
  const acquisition = acquisitions[index];
  if (!acquisition) throw new Error("nothing is being fetched");
  here.push(acquisition.file.name);
  acquisition.resolve(isKept);
  await seen();
}

beforeEach(async () => {
  [here, acquisitions, runs] = [[], [], 0];
  packages = createPackages(setting);
  await packages.attend(problem);
});

describe("packages", () => {
  it("are offered, fetched one after the other when told to, and then the problem runs", async () => {
    expect(state()).toMatchObject({
      kind: "offered",
      files: [{ name: "numpy" }, { name: "pandas" }],
    });
    expect(acquisitions).toEqual([]);
    const fetching = packages.fetch();
    expect(state()).toMatchObject({ kind: "fetching", done: 0 });
    await arrive(0);
    expect(state()).toMatchObject({ kind: "fetching", done: 1 });
    await arrive(1);
    await fetching;
    expect(state()).toEqual({ kind: "nothing" });
    expect(runs).toBe(1);
  });

  it("that cannot be had leave the designed failure, and only the missing are fetched again", async () => {
    const fetching = packages.fetch();
    await arrive(0);
    const failure = { what: "w", why: "y", tryThis: "t" };
    acquisitions[1]?.reject(new PackageProblem(failure));
    await fetching;
    expect(state()).toMatchObject({ kind: "failed", failure });
    void packages.fetch();
    await seen();
    expect(acquisitions.slice(2).map((one) => one.file.name)).toEqual(["pandas"]);
    expect(runs).toBe(0);
  });

  it("are offered again after a stop, and what comes late changes nothing", async () => {
    void packages.fetch();
    packages.stop();
    expect(acquisitions[0]?.signal.aborted).toBe(true);
    expect(state()).toMatchObject({ kind: "offered" });
    await arrive(0);
    expect(runs).toBe(0);
    expect(state()).toMatchObject({ kind: "offered" });
  });

  it("that the browser does not keep are said to be gone with the tab", async () => {
    const fetching = packages.fetch();
    await arrive(0, false);
    await arrive(1);
    await fetching;
    expect(state().kind).toBe("notKept");
    packages.dismiss();
    expect(state()).toEqual({ kind: "nothing" });
  });

  it("are no matter any more when the program is another", async () => {
    await packages.attend({ ...problem, program: "import json" });
    expect(state()).toEqual({ kind: "nothing" });
  });
});
