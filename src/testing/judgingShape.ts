/** A shape of test: programs that pass and fail it, and whether it can be judged apart. */
export type JudgingShape = {
  name: string;
  right: string;
  wrong: string;
  tests: string;
  /** Why it is not isolated, in part; absent when it is judged apart. */
  together?: string;
};

/** The body of a test method. */
export const unittest = (body: string, more = "") =>
  `import unittest\nclass T(unittest.TestCase):\n${more}    def test_it(self):\n${body.replace(/^/gm, "        ")}\n`;
/** The body of a test function. */
export const inFunction = (body: string) => `def test_it():\n${body.replace(/^/gm, "    ")}\n`;
/** Shapes that are judged apart, by name, for one pair of programs. */
export const apartAs = (program: { right: string; wrong: string }, names: Record<string, string>) =>
  Object.entries(names).map(([name, tests]): JudgingShape => ({ name, ...program, tests }));
