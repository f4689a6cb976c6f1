/** Keeps texts as `localStorage` does, for as long as the test. */
export function memoryStorage(): Pick<Storage, "getItem" | "setItem"> {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, text) => void entries.set(key, text),
  };
}
