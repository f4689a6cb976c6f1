/** What stops an attack, in the words of `docs/security.md`. */
export const layers = {
  apart: "judged apart: expected values and comparison are in another interpreter",
  plain: "plain values only: exact built-in types, written out and read again",
  fresh: "a fresh interpreter for each verdict",
  noImport: "the judge executes nothing of the program",
  says: "said: the verdict is marked “not isolated”",
} as const;

/** Ways of judging in `naive.py`. */
type NaiveWay =
  "asserts" | "failures" | "compares" | "shows" | "prints" | "exits" | "cases" | "restarts";

/** A program that wants a verdict that it has not earned. */
export type Forgery = {
  name: string;
  layer: string;
  program: string;
  /** The tests that it must not pass; by default one whose value cannot be guessed. */
  tests?: string;
  /**
   * Who believes it: a judge of `naive.py`, or our own judging of a test that cannot be judged apart
   * ("together"), which is marked as not isolated.
   */
  believedBy: NaiveWay | "together";
  /** It looks for the expected value where others may have left it. */
  looks?: true;
  /** It passes, and the verdict says that it is not isolated. */
  says?: true;
  /** Judged after `program`, by judges that keep interpreters in the same one. */
  then?: string;
};

/** No program can guess its value. */
export const secretTest = "assert f(2) == 48151623";

/** Python that collects what looks like an expected value: `look` in texts, `look_at_code` in code. */
export const looking = `
import re
found = []
def look(thing):
    found.extend(int(text) for text in re.findall(r"f\\(2\\) == (\\d+)", str(thing)))
def look_at_code(code):
    found.extend(value for value in code.co_consts if type(value) is int and value > 99999)
`;
