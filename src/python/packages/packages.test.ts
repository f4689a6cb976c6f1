import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPackageServer, type ServerMode } from "../../testing/packageServer";
import { tinyWheel } from "../../testing/wheel";
import { officialPackageAddress } from "./address";
import { fetchPackage } from "./fetchPackage";
import { filesFor, lockSchema } from "./lock";
import { PackageProblem } from "./packageProblem";

const folder = dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
const lock = lockSchema.parse(json("pyodide-lock.json"));

describe("Pyodide's list", () => {
  const namesFor = (...modules: string[]) => filesFor(lock, modules).map(({ name }) => name);

  it("gives a module's package behind those that it needs, each once", () => {
    const names = namesFor("pandas", "numpy");
    expect(names.at(-1)).toBe("pandas");
    expect(names.indexOf("numpy")).toBeLessThan(names.indexOf("pandas"));
    expect(new Set(names).size).toBe(names.length);
    expect(namesFor("PIL").at(-1)).toBe("Pillow");
    expect(namesFor("yaml")).toEqual(["pyyaml"]);
  });

  it("has nothing for what it does not know, by whatever name", () => {
    expect(namesFor("no_such_module", "__proto__", "constructor", "")).toEqual([]);
  });

  it("is that of the release whose address is the setting's default", () => {
    const { version } = json("package.json") as { version: string };
    expect(officialPackageAddress).toContain(`/v${version}/`);
  });
});

describe("fetching", () => {
  const { content, entry } = tinyWheel();
  const [file] = filesFor(lockSchema.parse({ packages: { tinypkg: entry } }), ["tinypkg"]);
  let server: Awaited<ReturnType<typeof startPackageServer>>;

  beforeAll(async () => {
    server = await startPackageServer(content);
  });
  afterAll(() => server.close());

  function fetchIt(baseUrl = server.address, signal = new AbortController().signal) {
    if (file === undefined) throw new Error("the lock has no tinypkg");
    const seen: [number, number | null][] = [];
    const onProgress = (...progress: [number, number | null]) => seen.push(progress);
    return fetchPackage(baseUrl, file, { signal, onProgress }).then((bytes) => ({ bytes, seen }));
  }

  it("gives the very file, and tells how it goes", async () => {
    const { bytes, seen } = await fetchIt();
    expect(Buffer.from(bytes).equals(content)).toBe(true);
    expect(seen.at(-1)?.[0]).toBe(content.length);
    expect(server.asked).toEqual(["/full/tinypkg-1.0-py3-none-any.whl"]);
  });

  it.each([
    ["missing", "answered 404", "must be that of this very Pyodide release"],
    ["page", "sent a web page instead", "asks to log in"],
    ["damaged", "it is not the file it should be", "Fetch again"],
    ["cut", "could not be fetched from 127.0.0.1", "Check the connection"],
  ] as const)("says what to do where the server's answer is %s", async (mode, what, tryThis) => {
    server.become(mode satisfies ServerMode);
    const error: unknown = await fetchIt().catch((reason: unknown) => reason);
    if (!(error instanceof PackageProblem)) throw new Error("it did not fail");
    expect(error.failure.what).toContain(what);
    expect(error.failure.tryThis).toContain(tryThis);
  });

  it("says so where nothing answers, or the address cannot be used", async () => {
    await expect(fetchIt("http://127.0.0.1:9")).rejects.toThrow("could not be fetched");
    await expect(fetchIt("file:///etc/")).rejects.toThrow("Correct “Package address”");
  });

  it("ends at once when it is stopped", async () => {
    server.become("held");
    const stop = new AbortController();
    const fetching = fetchIt(server.address, stop.signal);
    stop.abort();
    await expect(fetching).rejects.toThrow(/abort/i);
  });
});
