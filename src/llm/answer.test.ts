import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assert, constantFrom, integer, property, array } from "fast-check";
import { describe, expect, it } from "vitest";
import { endpointFixtures } from "../../e2e/endpoint/server";
import { parseAnswer, rationaleSoFar } from "./answer";

const program = `def largest(xs):
    best = 0
    for x in xs:
        if x > best:
            best = x
    return best
`;
const fixed = program.replace("best = 0", "best = xs[0]");

function fixture(name: string): string {
  return readFileSync(join(endpointFixtures, `${name}.md`), "utf8");
}

function parse(text: string, original = program) {
  return parseAnswer(text, { program: original });
}

function fence(code: string, language = "python"): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}

function fixOf(text: string, original = program): string {
  const parsed = parse(text, original);
  if (parsed.kind === "malformed") throw new Error(JSON.stringify(parsed.failure));
  return parsed.fix;
}

function whatOf(text: string, original = program): string {
  const parsed = parse(text, original);
  return parsed.kind === "malformed" ? parsed.failure.what : parsed.fix;
}

describe("parseAnswer: which fence is the fix", () => {
  it("takes the rationale and the program of a plain answer", () => {
    const text = fixture("largest");
    expect(parse(text)).toEqual({
      kind: "fix",
      rationale: text.slice(0, text.indexOf("```")).trim(),
      fix: fixed,
    });
  });

  it("takes the whole program among quotes of it and examples of its use", () => {
    const parsed = parse(fixture("largest-two-blocks"));
    expect(parsed).toMatchObject({ kind: "fix", fix: fixed });
    expect(parsed.kind === "fix" ? parsed.rationale : "").toBe(
      "The fault is on line 2, which is\n\nbecause at (2) and (3) no number of `xs` is greater than 0.\n\nYou can try it with",
    );
  });

  it("skips a quotation of the buggy program, before or after the fix", () => {
    expect(fixOf(`${fence(program)}\nis wrong:\n${fence(fixed)}`)).toBe(fixed);
    expect(fixOf(`${fence(fixed)}\ninstead of\n${fence(program)}`)).toBe(fixed);
  });

  it.each(["py", "Python3", ""])("takes a fence marked “%s”", (language) => {
    expect(fixOf(`Because.\n${fence(fixed, language)}`)).toBe(fixed);
  });

  it("takes a fence that never closes, without the prose under it", () => {
    expect(fixOf(`Because.\n\`\`\`python\n${fixed}`)).toBe(fixed);
    expect(fixOf(`\`\`\`python\n${fixed}\nThis starts from the first number.`)).toBe(fixed);
  });

  it("takes nothing open from an answer that was cut off", () => {
    const text = `Because.\n\`\`\`python\n${fixed}`;
    expect(parseAnswer(text, { program }, "cut").kind).toBe("malformed");
    expect(parseAnswer(`${text}\`\`\`\nAnd`, { program }, "cut")).toMatchObject({ fix: fixed });
  });

  it("takes a program without a fence, and the prose around it as the rationale", () => {
    expect(parse(`Start from the first.\n\n${fixed}\nThat is all.`)).toEqual({
      kind: "fix",
      rationale: "Start from the first.\n\nThat is all.",
      fix: fixed,
    });
  });

  it("leaves out what a reasoning model thinks aloud", () => {
    const text = `<think>\n${fence("def largest(xs): return 1")}\n</think>\nBecause.\n${fence(fixed)}`;
    expect(parse(text)).toEqual({ kind: "fix", rationale: "Because.", fix: fixed });
  });

  it("takes out trace comments that the model copied", () => {
    const copied = fixed
      .replace("xs[0]", "xs[0]  # (1) best=0;")
      .replace("in xs:", "in xs:  # (2) x=-3; (3) x=-1;");
    expect(fixOf(fence(copied))).toBe(fixed);
  });

  it("takes a script's only fence although little of the script is left", () => {
    const script = "n = input()\nprint(n + 1)\n";
    expect(fixOf(fence("print(int(input()) + 1)"), script)).toBe("print(int(input()) + 1)\n");
  });
});

describe("parseAnswer: parts of the program", () => {
  const two = `import re\n\n\ndef first(x):\n    return x\n\n\ndef second(x):\n    return first(x) + 1\n\n\nprint(second(1))\n`;

  it("puts a lone function in the place of its namesake", () => {
    expect(fixOf(`Because.\n${fence("def first(x):\n    return -x")}`, two)).toBe(
      two.replace("return x", "return -x"),
    );
  });

  it("puts several functions in place, from one fence or from several", () => {
    const wanted = two.replace("return x", "return -x").replace("+ 1", "+ 2");
    const one = "def first(x):\n    return -x";
    const other = "def second(x):\n    return first(x) + 2";
    expect(fixOf(`${fence(one)}\nand\n${fence(other)}`, two)).toBe(wanted);
    expect(fixOf(fence(`${one}\n\n\n${other}`), two)).toBe(wanted);
  });

  it("brings new helpers and imports along", () => {
    const code =
      "import math\n\n\ndef helper(x):\n    return -x\n\n\ndef first(x):\n    return helper(x)";
    const fix = fixOf(fence(code), two);
    expect(fix).toContain(
      "import math\ndef helper(x):\n    return -x\n\n\ndef first(x):\n    return helper(x)\n",
    );
    expect(fix).toMatch(/^import re\n/);
    expect(fix).toMatch(/print\(second\(1\)\)\n$/);
  });

  it("keeps an import that the program needs and the answer left out", () => {
    const original = "import re\n\ndef words(s):\n    return re.split(',', s)\n";
    expect(fixOf(fence("def words(s):\n    return re.split(' ', s)"), original)).toBe(
      "import re\n\ndef words(s):\n    return re.split(' ', s)\n",
    );
  });

  it("does not guess between two functions of one name", () => {
    const twice = `${two}\ndef first(x):\n    return 0\n`;
    expect(whatOf(fence("def first(x):\n    return -x"), twice)).toContain("does not fit");
  });

  it("says what was missing when no fence has anything to do with the program", () => {
    const parsed = parse(fence("def smallest(xs):\n    return min(xs)"));
    expect(parsed.kind === "malformed" ? parsed.failure.why : "").toContain("(largest)");
  });
});

describe("parseAnswer: malformed answers", () => {
  it.each([
    ["", "empty"],
    [" \n\n", "empty"],
    ["<think>I wonder", "empty"],
    ["<think>I wonder</think>\n", "empty"],
    [fixture("prose"), "holds no program"],
    ["The value of x = 3 is wrong.", "holds no program"],
    [fence("- best = 0\n+ best = xs[0]", "diff"), "holds no program"],
    [fence(""), "holds no program"],
    [fixture("unchanged"), "returned the program unchanged"],
    [fence(`\n${program.replaceAll("\n", "  \n")}\n\n`), "returned the program unchanged"],
    [program, "returned the program unchanged"],
  ])("names what is wrong with %j", (text, what) => {
    expect(whatOf(text)).toContain(what);
  });

  it("fits every failure with a reason and advice", () => {
    for (const text of ["", "Prose.", fence(program), fence("x = 1")]) {
      const parsed = parse(text);
      if (parsed.kind === "fix") throw new Error("not malformed");
      expect(Object.values(parsed.failure).every((part) => part.length > 10)).toBe(true);
    }
  });

  it("gives back any text as a fix or a failure, and never throws", () => {
    const words = constantFrom(
      "```",
      "```python",
      "def largest(xs):",
      "    pass",
      "'",
      '"""',
      "(",
      "x = 1",
      "so",
      "",
      "<think>",
      "</think>",
      "\\",
    );
    assert(
      property(array(words, { maxLength: 12 }), (lines) => {
        expect(["fix", "malformed"]).toContain(parse(lines.join("\n")).kind);
      }),
    );
  });
});

describe("rationaleSoFar", () => {
  it("shows prose as it comes and never code or half a fence", () => {
    expect(rationaleSoFar("At (4) `x` is")).toBe("At (4) `x` is");
    expect(rationaleSoFar("At (4).\n``")).toBe("At (4).");
    expect(rationaleSoFar("At (4).\n```pyth")).toBe("At (4).");
    expect(rationaleSoFar("At (4).\n```python\ndef f")).toBe("At (4).");
    expect(rationaleSoFar("At (4).\n```python\ndef f\n```\nSo.")).toBe("At (4).\n\nSo.");
    expect(rationaleSoFar("<thi")).toBe("");
    expect(rationaleSoFar("<think>hm")).toBe("");
    expect(rationaleSoFar("<think>hm</think>\nAt")).toBe("At");
  });

  it("only grows while an answer arrives, up to the rationale of the whole", () => {
    const names = ["largest", "largest-two-blocks", "largest-wrong", "prose"];
    assert(
      property(
        constantFrom(...names),
        integer({ min: 0, max: 2000 }),
        integer({ min: 0, max: 50 }),
        (name, length, more) => {
          const text = fixture(name);
          const earlier = rationaleSoFar(text.slice(0, length));
          expect(rationaleSoFar(text.slice(0, length + more)).startsWith(earlier)).toBe(true);
          expect(rationaleSoFar(text).startsWith(earlier)).toBe(true);
        },
      ),
    );
    const whole = parse(fixture("largest"));
    expect(rationaleSoFar(fixture("largest"))).toBe(whole.kind === "fix" ? whole.rationale : "");
  });
});
