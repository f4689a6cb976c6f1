import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { FakeCaches } from "../../testing/fakeCaches";
import type { Build } from "../build";
import { fill, FillError, missing } from "./fill";

const scope = "https://host.example/app/";

type Content = Record<string, string>;

function buildOf(content: Content): Build {
  const files = Object.entries(content).map(([path, text]) => ({
    path,
    sha256: createHash("sha256").update(text).digest("hex"),
    bytes: text.length,
  }));
  return { id: "new", files };
}

/** A server of these files, which answers all else with its page, and what it was asked for. */
function serverOf(content: Content) {
  const asked: string[] = [];
  const get = ((input: string, { cache }: RequestInit) => {
    const path = input.slice(scope.length) || "index.html";
    asked.push(cache === "reload" ? `${path} again` : path);
    const headers = { "content-type": "text/plain", "content-length": "7", vary: "Origin" };
    return Promise.resolve(new Response(content[path] ?? "<html>", { headers }));
  }) as typeof fetch;
  return { asked, get };
}

function settingOf(build: Build, caches: FakeCaches, get: typeof fetch, others: string[] = []) {
  return { build, name: "new", others, scope, caches, fetch: get };
}

const failureOf = (work: Promise<void>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof FillError ? error.failure : error),
  );

const content = { "index.html": "page", "assets/a-1.js": "code of a", "assets/b-1.js": "bb" };

describe("fill", () => {
  it("stores every file once, small ones first, and says how far it is", async () => {
    const build = buildOf(content);
    const caches = new FakeCaches();
    const { asked, get } = serverOf(content);
    const progress: number[] = [];
    const setting = settingOf(build, caches, get);
    await fill({ ...setting, onProgress: (done) => progress.push(done) });
    expect(asked).toEqual(["assets/b-1.js", "index.html", "assets/a-1.js"]);
    expect(progress.at(-1)).toBe(15);
    expect(await missing(setting)).toBe(0);
    const stored = await caches.match(`${scope}assets/a-1.js`, { cacheName: "new" });
    expect(await stored?.text()).toBe("code of a");
    expect(stored?.headers.get("content-type")).toBe("text/plain");
    expect(stored?.headers.has("content-length")).toBe(false);
  });

  it("keeps a gzipped file unpacked", async () => {
    const packed = gzipSync("memory");
    const sha256 = createHash("sha256").update(packed).digest("hex");
    const files = [{ path: "memory.bin", sha256, bytes: packed.length, unpacked: 6 }];
    const caches = new FakeCaches();
    const get = () => Promise.resolve(new Response(packed));
    await fill(settingOf({ id: "new", files }, caches, get));
    const stored = await caches.match(`${scope}memory.bin`, { cacheName: "new" });
    expect(await stored?.text()).toBe("memory");
  });

  it("takes up where an earlier attempt ended, and copies what another build has", async () => {
    const caches = new FakeCaches();
    const before = { ...content, "index.html": "old page" };
    await fill({
      ...settingOf(buildOf(before), caches, serverOf(before).get),
      name: "old",
    });
    const build = buildOf({ ...content, "assets/c-1.js": "new code" });
    const cut = serverOf({ "index.html": "page" });
    expect(await failureOf(fill(settingOf(build, caches, cut.get, ["old"])))).toBe("incomplete");
    const whole = serverOf({ ...content, "assets/c-1.js": "new code" });
    await fill(settingOf(build, caches, whole.get, ["old"]));
    expect(whole.asked).toEqual(["assets/c-1.js"]);
  });

  it("asks the server itself where the browser's cache holds another content", async () => {
    const { asked, get } = serverOf(content);
    let isFirst = true;
    const stale = ((input: string, options: RequestInit) => {
      const answer = isFirst ? Promise.resolve(new Response("stale")) : get(input, options);
      isFirst = false;
      return answer;
    }) as typeof fetch;
    await fill(settingOf(buildOf({ "index.html": "page" }), new FakeCaches(), stale));
    expect(asked).toEqual(["index.html again"]);
  });

  it.each([
    ["a page in place of a missing file", { ...content, "assets/a-1.js": "<html>" }],
    ["a file with another content", { ...content, "assets/b-1.js": "changed" }],
  ])("never completes a build with %s", async (_, served) => {
    const caches = new FakeCaches();
    const setting = settingOf(buildOf(content), caches, serverOf(served).get);
    expect(await failureOf(fill(setting))).toBe("incomplete");
    expect(await missing(setting)).toBeGreaterThan(0);
  });

  it("says when there is no room, and when the connection broke", async () => {
    const full = new FakeCaches();
    full.room = 5;
    const build = buildOf(content);
    expect(await failureOf(fill(settingOf(build, full, serverOf(content).get)))).toBe("space");
    const broken = () => Promise.reject(new TypeError("Failed to fetch"));
    const work = fill(settingOf(build, new FakeCaches(), broken));
    expect(await failureOf(work)).toBe("network");
  });
});
