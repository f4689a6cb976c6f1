import { z } from "zod";
import { createStore, type StoreApi } from "zustand/vanilla";
import { defaultLimits, limitsSchema } from "../../domain/limits";
import { defaultEndpoint, endpointSchema, type Endpoint } from "../../llm/endpoint";
import { officialPackageAddress } from "../../python/packages/address";

export const themeSchema = z.enum(["system", "light", "dark"]);

const usualSearchSeconds = 10;

/** What is kept for good: everything but the key. */
const keptSchema = z.object({
  engine: z.enum(["search", "endpoint"]),
  endpoint: endpointSchema.omit({ key: true }),
  limits: limitsSchema,
  theme: themeSchema,
  /** Below which the files of the Pyodide distribution are. */
  packageAddress: z.string().default(officialPackageAddress),
  /** Seconds that a search may take. */
  searchSeconds: z.number().min(1).max(600).default(usualSearchSeconds),
});
export type Settings = z.infer<typeof keptSchema> & { endpoint: Endpoint };

export const defaultSettings: Settings = {
  engine: "search",
  endpoint: defaultEndpoint,
  limits: defaultLimits,
  theme: "system",
  packageAddress: officialPackageAddress,
  searchSeconds: usualSearchSeconds,
};

const settingsKey = "tracemend.settings.v2";
/** Its limit of steps ended a run, and so was small; everything else means what it does now. */
const formerKey = "tracemend.settings.v1";
const secretKey = "tracemend.endpointKey.v1";

type TextStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * The settings, kept in `local` after each change. The endpoint's key goes to `session` only, which
 * the browser clears with the tab. A storage that is full or forbidden costs the keeping, no more.
 */
export function createSettings(local: TextStorage, session: TextStorage): StoreApi<Settings> {
  const store = createStore<Settings>(() => load(local, session));
  store.subscribe((settings) => {
    const { key } = settings.endpoint;
    attempt(() => {
      local.setItem(settingsKey, JSON.stringify(keptSchema.parse(settings)));
    });
    attempt(() => {
      if (key === "") session.removeItem(secretKey);
      else session.setItem(secretKey, key);
    });
  });
  return store;
}

function load(local: TextStorage, session: TextStorage): Settings {
  const key = attempt(() => session.getItem(secretKey)) ?? "";
  const read = (name: string) =>
    attempt(() => keptSchema.parse(JSON.parse(local.getItem(name) ?? "null")));
  const kept = read(settingsKey) ?? withNewSteps(read(formerKey));
  if (kept === null) return { ...defaultSettings, endpoint: { ...defaultEndpoint, key } };
  return { ...kept, endpoint: { ...kept.endpoint, key } };
}

function withNewSteps(former: z.infer<typeof keptSchema> | null) {
  if (former === null) return null;
  return { ...former, limits: { ...former.limits, steps: defaultLimits.steps } };
}

function attempt<Value>(action: () => Value): Value | null {
  try {
    return action();
  } catch {
    return null;
  }
}
