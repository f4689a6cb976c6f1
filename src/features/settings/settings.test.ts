import { describe, expect, it } from "vitest";
import { createSettings, defaultSettings } from "./settings";
import { draftOf, readDraft } from "./settingsForm";

class FakeStorage {
  readonly entries = new Map<string, string>();
  getItem = (key: string) => this.entries.get(key) ?? null;
  setItem = (key: string, value: string) => void this.entries.set(key, value);
  removeItem = (key: string) => void this.entries.delete(key);
}

const secret = "sk-very-secret";

describe("keeping settings", () => {
  it("survives a reload, with the key in the session's storage only", () => {
    const local = new FakeStorage();
    const session = new FakeStorage();
    const before = createSettings(local, session);
    const endpoint = { ...defaultSettings.endpoint, model: "coder", key: secret };
    before.setState({ engine: "endpoint", endpoint });
    expect(createSettings(local, session).getState()).toEqual(before.getState());
    expect([...local.entries.values()].join()).not.toContain(secret);
    const otherTab = createSettings(local, new FakeStorage()).getState();
    expect(otherTab).toMatchObject({ engine: "endpoint", endpoint: { model: "coder", key: "" } });
  });

  it("leaves no key behind when it is cleared", () => {
    const session = new FakeStorage();
    const settings = createSettings(new FakeStorage(), session);
    settings.setState({ endpoint: { ...defaultSettings.endpoint, key: secret } });
    settings.setState({ endpoint: { ...defaultSettings.endpoint, key: "" } });
    expect(session.entries.size).toBe(0);
  });

  it("takes over what an earlier version kept, but for its limit of steps", () => {
    const local = new FakeStorage();
    const limits = { seconds: 9, steps: 20_000, output: 500, memory: 64, recursion: 300 };
    const former = { ...defaultSettings, theme: "dark", limits };
    local.setItem("tracemend.settings.v1", JSON.stringify(former));
    const settings = createSettings(local, new FakeStorage());
    expect(settings.getState()).toMatchObject({
      theme: "dark",
      limits: { ...limits, steps: 200_000 },
    });
    settings.setState({ limits });
    expect(createSettings(local, new FakeStorage()).getState().limits).toEqual(limits);
  });

  it("gives settings kept before there were limits of memory and recursion the usual ones", () => {
    const local = new FakeStorage();
    const { memory, recursion, ...limits } = defaultSettings.limits;
    const kept = { ...defaultSettings, limits: { ...limits, seconds: 9 } };
    local.setItem("tracemend.settings.v2", JSON.stringify(kept));
    const settings = createSettings(local, new FakeStorage()).getState();
    expect(settings.limits).toEqual({ ...limits, seconds: 9, memory, recursion });
  });

  it("gives settings kept before a search had a budget the usual one", () => {
    const local = new FakeStorage();
    const { searchSeconds, ...former } = defaultSettings;
    local.setItem("tracemend.settings.v2", JSON.stringify({ ...former, theme: "dark" }));
    const settings = createSettings(local, new FakeStorage());
    expect(settings.getState()).toMatchObject({ theme: "dark", searchSeconds });
    settings.setState({ searchSeconds: 60 });
    expect(createSettings(local, new FakeStorage()).getState().searchSeconds).toBe(60);
  });

  it("starts from the defaults when what is kept is not ours, and works without storage", () => {
    const local = new FakeStorage();
    local.setItem("tracemend.settings.v2", '{"engine":"magic"}');
    expect(createSettings(local, new FakeStorage()).getState()).toEqual(defaultSettings);
    const forbidden = () => {
      throw new DOMException("no", "SecurityError");
    };
    const none = { getItem: forbidden, setItem: forbidden, removeItem: forbidden };
    const settings = createSettings(none, none);
    settings.setState({ theme: "dark" });
    expect(settings.getState().theme).toBe("dark");
  });
});

describe("reading the form", () => {
  const draft = draftOf(defaultSettings);

  it("gives back the settings it was made of", () => {
    const { endpoint, limits, packageAddress } = defaultSettings;
    const settings = { endpoint, limits, packageAddress };
    expect(readDraft(draft)).toEqual({ kind: "valid", settings });
  });

  it("says everything that is wrong at once, each beside its field", () => {
    const wrong = {
      baseUrl: "localhost:11434",
      packageAddress: "cdn",
      key: "two words",
      temperature: "",
      maxTokens: "2.5",
      seconds: "0",
      steps: "999",
    };
    const reading = readDraft({ ...draft, ...wrong });
    if (reading.kind === "valid") throw new Error("should be invalid");
    expect(Object.keys(reading.errors).sort()).toEqual(Object.keys(wrong).sort());
    expect(reading.errors.steps).toBe("A whole number from 1,000 to 1,000,000.");
    expect(reading.errors.maxTokens).toBe("A whole number from 1 to 1,000,000.");
  });

  it("takes what was pasted with spaces around it", () => {
    const reading = readDraft({ ...draft, baseUrl: " http://127.0.0.1:8000/v1 ", key: " k-1 " });
    expect(reading).toMatchObject({
      settings: { endpoint: { baseUrl: "http://127.0.0.1:8000/v1", key: "k-1" } },
    });
  });
});
