import { describe, expect, it } from "vitest";
import { staleNames } from "./build";
import { routeOf } from "./route";

const scope = "https://host.example/app/";
const paths = new Set(["index.html", "icon.svg", "assets/a-1.js"]);

const route = (path: string, asked: Partial<Request> = {}) =>
  routeOf(
    {
      method: "GET",
      mode: "cors",
      headers: new Headers(),
      ...asked,
      url: new URL(path, scope).href,
    },
    scope,
    paths,
  );

describe("routeOf", () => {
  it("serves the page for its own addresses, with any parameters", () => {
    const page = { kind: "own", path: "index.html" };
    for (const path of ["", "index.html", "?utm=1", "#/samples"]) {
      expect(route(path, { mode: "navigate" }), path).toEqual(page);
    }
  });

  it("serves the build's files by their exact address", () => {
    expect(route("assets/a-1.js")).toEqual({ kind: "own", path: "assets/a-1.js" });
    expect(route("icon.svg")).toEqual({ kind: "own", path: "icon.svg" });
    expect(route("icon.svg?v=2")).toBeNull();
  });

  it("looks for files of older builds under their hashed names", () => {
    expect(route("assets/a-0.js")).toEqual({ kind: "older" });
  });

  it.each([
    ["another origin", "https://models.example/v1/chat/completions", {}],
    ["another origin's file of the same path", "https://models.example/app/icon.svg", {}],
    ["another app of this origin", "/other/index.html", { mode: "navigate" }],
    ["a page below the scope that is not of the build", "docs/", { mode: "navigate" }],
    ["an endpoint of the same origin", "v1/models", {}],
    ["anything but GET", "icon.svg", { method: "POST" }],
    ["a part of a file", "icon.svg", { headers: new Headers({ range: "bytes=0-1" }) }],
  ] as const)("leaves %s alone", (_, path, asked) => {
    expect(route(path, asked)).toBeNull();
  });
});

describe("staleNames", () => {
  it("keeps the own build, those of open pages, and what belongs to others", () => {
    const names = ["tracemend:/app/:a", "tracemend:/app/:b", "tracemend:/app/:c"];
    const foreign = ["tracemend:/app/beta/:a", "something"];
    const stale = staleNames(
      [...names, ...foreign],
      scope,
      "tracemend:/app/:c",
      new Set([names[1] ?? ""]),
    );
    expect(stale).toEqual(["tracemend:/app/:a"]);
  });
});
