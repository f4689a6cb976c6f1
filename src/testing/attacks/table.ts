import { forgeries } from "./forgeries";
import { learning } from "./leftovers";
import { messages } from "./messages";
import { navigation } from "./navigation";
import { network } from "./network";
import { escapes, exhausting } from "./programs";
import type { Reach } from "./reach";
import { page, storage } from "./storage";

type Row = { attack: string; layer: string };
type Group = { title: string; tested: string; control: string; rows: readonly Row[] };

const browser = "e2e/attacks/reach.spec.ts";
const openPage = "the same JavaScript in a page without these defences gets through";
const fromPlaces = (attacks: readonly Reach[]): Row[] =>
  attacks.map(({ name, layer, from }) => ({
    attack: `${name} (from the ${from.join(", the ")})`,
    layer: from[0] === "interpreter" && from.length > 1 ? `${layer}; the scope is emptied` : layer,
  }));
const named = (attacks: readonly { name: string; layer: string }[]): Row[] =>
  attacks.map(({ name, layer }) => ({ attack: name, layer }));

const groups: readonly Group[] = [
  ...Object.entries(forgeries).map(([title, attacks]) => ({
    title,
    tested: "src/testing/attacks/forgeries.python.test.ts",
    control: "a judge without the defence is believed to have seen the test pass",
    rows: named(attacks),
  })),
  {
    title: "From one test to another",
    tested: "src/testing/attacks/forgeries.python.test.ts",
    control: "it wins where one interpreter serves both tests",
    rows: named([learning]),
  },
  {
    title: "Messages of an interpreter that was taken over",
    tested: "src/testing/attacks/messages.test.ts",
    control: "an app that believes what comes first takes it for a verdict",
    rows: named(messages),
  },
  { title: "Network", tested: browser, control: openPage, rows: fromPlaces(network) },
  { title: "Navigation", tested: browser, control: openPage, rows: fromPlaces(navigation) },
  { title: "Storage", tested: browser, control: openPage, rows: fromPlaces(storage) },
  {
    title: "The app's page and other interpreters",
    tested: browser,
    control: openPage,
    rows: fromPlaces(page),
  },
  {
    title: "From Python to JavaScript",
    tested: "e2e/attacks/programs.spec.ts",
    control: "a Python that is not confined reaches the server (escapes.python.test.ts)",
    rows: named(escapes),
  },
  {
    title: "Endless and greedy programs",
    tested: "e2e/attacks/programs.spec.ts",
    control: "a worker with an endless loop and without a watchdog outlasts the first of them",
    rows: named(exhausting),
  },
];

/** How many attacks the suite makes. */
export const attackCount = groups.reduce((sum, { rows }) => sum + rows.length, 0);

/** The suite as Markdown: each attack, and the layer that stops it. */
export function attackTable(): string {
  return groups
    .map(({ title, tested, control, rows }) =>
      [
        `### ${title}`,
        `${rows.length === 1 ? "1 attack" : `${rows.length} attacks`}, tested in \`${tested}\`. Control: ${control}.`,
        [
          "| attack | stopped by |",
          "| --- | --- |",
          ...rows.map(({ attack, layer }) => `| ${escaped(attack)} | ${escaped(layer)} |`),
        ].join("\n"),
      ].join("\n\n"),
    )
    .join("\n\n");
}

const escaped = (text: string) =>
  text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("__", "\\_\\_");
