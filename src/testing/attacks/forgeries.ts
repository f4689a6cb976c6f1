import { builtins } from "./builtins";
import { exits } from "./exits";
import type { Forgery } from "./forgery";
import { frames } from "./frames";
import { interpreter } from "./interpreter";
import { judge } from "./judge";
import { leftovers } from "./leftovers";
import { values } from "./values";

/** Every group of programs that want a verdict which they have not earned, by its title. */
export const forgeries: Readonly<Record<string, readonly Forgery[]>> = {
  "Finding the expected value": frames,
  "The interpreter's own hooks": interpreter,
  "What the tests are made of": builtins,
  "Lying values": values,
  "The judge itself": judge,
  "Leaving before the tests fail": exits,
  "Leftovers for the next program": leftovers,
};
