import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../testing/samples";
import { toBase64Url } from "./base64url";
import { copyShareLink, lengthAdvice, safeLinkCharacters } from "./copyShareLink";
import { deflate } from "./deflate";
import {
  decodeShareFragment,
  encodeShareLink,
  maximumTextBytes,
  type DecodedShare,
  type SharedProblem,
} from "./shareLink";

const base = "http://127.0.0.1:4173/tracemend/";
const prefix = "#/p/";

const anyProblem = fc.record({
  title: anyText,
  instruction: anyText,
  program: anyText,
  tests: anyText,
  heldOut: fc.oneof(fc.constant(""), anyText),
});

const example: SharedProblem = {
  title: "Largest",
  instruction: "Return the largest number of xs.",
  program: "def largest(xs):\n    best = 0\n    return best\n",
  tests: "assert largest([-3, -1]) == -1\n",
  heldOut: "",
};

async function fragmentOf(problem: SharedProblem): Promise<string> {
  return new URL(await encodeShareLink(problem, base)).hash;
}

/** A link whose payload unpacks to this text. */
async function fragmentWith(text: string): Promise<string> {
  return `${prefix}1.${toBase64Url(await deflate(text))}`;
}

function expectBrokenOr(problem: SharedProblem, decoded: DecodedShare): void {
  if (decoded.kind !== "broken") expect(decoded).toEqual({ kind: "problem", problem });
}

describe("a share link", () => {
  it("gives back any problem, half surrogates included", async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const fragment = await fragmentOf(problem);
        expect(fragment).toMatch(/^#\/p\/[12]\.[\w-]+$/);
        expect(await decodeShareFragment(fragment)).toEqual({ kind: "problem", problem });
        expect(await decodeShareFragment(fragment.slice(1))).toEqual({ kind: "problem", problem });
      }),
    );
  });

  it("of before there were held-out tests is read, and one without any looks as it did", async () => {
    const content = { t: "a", i: "b", p: "c", s: "d" };
    const problem = { title: "a", instruction: "b", program: "c", tests: "d", heldOut: "" };
    const fragment = await fragmentWith(JSON.stringify(content));
    expect(await decodeShareFragment(fragment)).toEqual({ kind: "problem", problem });
    expect(await fragmentOf(problem)).toBe(fragment);
  });

  it("of an exercise carries the solution, in a version of its own", async () => {
    const exercise = { ...example, reference: "def largest(xs):\n    return max(xs)\n" };
    const fragment = await fragmentOf(exercise);
    expect(fragment).toMatch(/^#\/p\/3\./);
    expect(await decodeShareFragment(fragment)).toEqual({ kind: "problem", problem: exercise });
  });

  it("leads to the page without its fragment", async () => {
    expect(await encodeShareLink(example, `${base}#/samples`)).toMatch(
      /^http:\/\/127\.0\.0\.1:4173\/tracemend\/#\/p\/1\./,
    );
  });

  it("is much shorter than a long program", async () => {
    const program = example.program.repeat(100);
    expect((await fragmentOf({ ...example, program })).length).toBeLessThan(program.length / 10);
  });

  it("carries what the program runs with, in a format of its own", async () => {
    const files = [
      { name: "a.csv", text: "1,2" },
      { name: "raw.bin", base64: "AAEC/w==" },
    ];
    const surroundings = { stdin: "3\n", files, seed: 7, clock: "2024-01-01T00:00:00Z" };
    const fragment = await fragmentOf({ ...example, surroundings });
    expect(fragment).toMatch(/^#\/p\/2\./);
    expect(await decodeShareFragment(fragment)).toEqual({
      kind: "problem",
      problem: { ...example, surroundings },
    });
    const random = Array.from({ length: 999_000 }, (_, at) => String.fromCharCode(33 + (at % 90)));
    const large = { ...surroundings, files: [{ name: "large.txt", text: random.join("") }] };
    await expect(fragmentOf({ ...example, surroundings: large })).rejects.toThrow(
      "Remove the largest files",
    );
  });

  it("is broken wherever it is cut", async () => {
    const fragment = await fragmentOf(example);
    for (let length = prefix.length; length < fragment.length; length += 1) {
      const decoded = await decodeShareFragment(fragment.slice(0, length));
      expect(decoded).toMatchObject({ kind: "broken", what: "This link is damaged." });
    }
  });

  it("is broken or equal when one character is changed", async () => {
    const fragment = await fragmentOf(example);
    const place = fc.integer({ min: prefix.length, max: fragment.length - 1 });
    const character = fc.oneof(
      fc.constantFrom("A", "B", "Z", "a", "z", "0", "1", "2", "9", "-", "_", ".", "="),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(place, character, async (at, other) => {
        const changed = fragment.slice(0, at) + other + fragment.slice(at + 1);
        expectBrokenOr(example, await decodeShareFragment(changed));
      }),
      { numRuns: 500 },
    );
  });

  it("is broken or nothing for any text at all", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyText,
        fc.constantFrom("", "#", prefix, `${prefix}1.`),
        async (text, start) => {
          expect((await decodeShareFragment(start + text)).kind).not.toBe("problem");
        },
      ),
    );
  });
});

describe("other fragments", () => {
  it.each(["", "#", "#/", "#/samples", "#/problems", "/", "#p/1.abc"])(
    "%j is none",
    async (text) => {
      expect(await decodeShareFragment(text)).toEqual({ kind: "none" });
    },
  );

  it.each(["#/p", "#/p/", "#/p/1", "#/p/1.", "#/p/0.eJw", "#/p/x.eJw", "#/p/01.eJw"])(
    "%j is damaged",
    async (text) => {
      expect(await decodeShareFragment(text)).toMatchObject({ what: "This link is damaged." });
    },
  );

  it("of a newer format say so", async () => {
    expect(await decodeShareFragment("#/p/4.anything")).toMatchObject({
      kind: "broken",
      what: "This link was made by a newer Tracemend.",
    });
  });
});

describe("what a link may hold", () => {
  it.each([
    ["a field too few", { t: "", i: "", p: "" }],
    ["a field too many", { t: "", i: "", p: "", s: "", x: "" }],
    ["a number", { t: 1, i: "", p: "", s: "" }],
    ["no object", ["t", "i", "p", "s"]],
  ])("is not %s", async (_name, content) => {
    expect(await decodeShareFragment(await fragmentWith(JSON.stringify(content)))).toMatchObject({
      what: "This link holds no problem.",
    });
  });

  it("is JSON", async () => {
    expect(await decodeShareFragment(await fragmentWith("{"))).toMatchObject({
      what: "This link is damaged.",
    });
  });

  it("is bounded when read", async () => {
    const bomb = await fragmentWith("a".repeat(5 * maximumTextBytes));
    expect(bomb.length).toBeLessThan(maximumTextBytes);
    expect(await decodeShareFragment(bomb)).toMatchObject({ what: "This link holds too much." });
    expect(
      await decodeShareFragment(`${prefix}1.${"A".repeat(2 * maximumTextBytes + 1)}`),
    ).toMatchObject({
      what: "This link holds too much.",
    });
  });

  it("is bounded when made", async () => {
    const problem = { ...example, tests: "é".repeat(maximumTextBytes / 2) };
    await expect(encodeShareLink(problem, base)).rejects.toMatchObject({
      name: "NotShareable",
      failure: { what: "The problem is too long for a link." },
    });
  });
});

describe("copyShareLink", () => {
  it("writes the link to the clipboard", async () => {
    const written: string[] = [];
    const clipboard = {
      writeText: (text: string) => {
        written.push(text);
        return Promise.resolve();
      },
    };
    const link = await encodeShareLink(example, base);
    expect(await copyShareLink(example, { baseUrl: base, clipboard })).toEqual({
      kind: "copied",
      link,
    });
    expect(written).toEqual([link]);
  });

  it("gives the link to copy by hand when the browser does not let it", async () => {
    const link = await encodeShareLink(example, base);
    const forbidding = { writeText: () => Promise.reject(new DOMException("", "NotAllowedError")) };
    for (const clipboard of [undefined, forbidding]) {
      expect(await copyShareLink(example, { baseUrl: base, clipboard })).toEqual({
        kind: "manual",
        link,
      });
    }
  });

  it("says what to do with a problem that is too long", async () => {
    const problem = { ...example, program: "#".repeat(maximumTextBytes) };
    expect(await copyShareLink(problem, { baseUrl: base, clipboard: undefined })).toMatchObject({
      kind: "failed",
      what: "The problem is too long for a link.",
    });
  });
});

describe("lengthAdvice", () => {
  it("is silent up to what every app takes, and then says how long the link is", () => {
    expect(lengthAdvice("x".repeat(safeLinkCharacters))).toBeNull();
    expect(lengthAdvice("x".repeat(safeLinkCharacters + 1))).toContain("8,001 characters");
  });
});
