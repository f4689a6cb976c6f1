const pageBytes = 65_536;
const mebibyte = 1_048_576;

/**
 * The most that one interpreter may ever take: 1 GiB. Without a bound a program takes 4 GiB before
 * Python raises MemoryError.
 */
const mostBytes = 1024 * mebibyte;

/** A bound on an interpreter's memory that can be moved while it lives. */
export type MemoryLimit = {
  /** Allows so much beyond what the interpreter held when it had booted; 0 lifts the limit. */
  set(mebibytes: number): void;
  /** Whether memory was refused since `set`, and none granted after that. */
  wasReached(): boolean;
};

/**
 * Runs `load`, and bounds the memory of the WebAssembly that it instantiates: where growing would
 * pass the limit, Emscripten's allocator finds no memory, and Python raises MemoryError.
 */
export async function withLimitedMemory<Loaded>(
  load: () => Promise<Loaded>,
): Promise<{ loaded: Loaded; memory: MemoryLimit }> {
  const { loaded, memory } = await withMemoryOf(load);
  const grow = memory.grow.bind(memory);
  const booted = memory.buffer.byteLength;
  let most = mostBytes;
  let wasReached = false;
  Object.defineProperty(memory, "grow", {
    value: (pages: number) => {
      wasReached = memory.buffer.byteLength + pages * pageBytes > most;
      if (wasReached) throw new RangeError("The interpreter's memory limit is reached.");
      return grow(pages);
    },
  });
  return {
    loaded,
    memory: {
      set(mebibytes) {
        most = mebibytes > 0 ? Math.min(booted + mebibytes * mebibyte, mostBytes) : mostBytes;
        wasReached = false;
      },
      wasReached: () => wasReached,
    },
  };
}

/** What `load` gives, with the memory that the first WebAssembly instantiated by it exports. */
async function withMemoryOf<Loaded>(
  load: () => Promise<Loaded>,
): Promise<{ loaded: Loaded; memory: WebAssembly.Memory }> {
  const instantiate: unknown = Reflect.get(WebAssembly, "instantiate");
  if (typeof instantiate !== "function") throw new Error("There is no WebAssembly here");
  const memories: WebAssembly.Memory[] = [];
  Object.assign(WebAssembly, {
    instantiate: async (...given: unknown[]) => {
      const made: unknown = await Reflect.apply(instantiate, WebAssembly, given);
      const found = memoryOf(made);
      if (found) memories.push(found);
      return made;
    },
  });
  try {
    const loaded = await load();
    const [memory] = memories;
    if (!memory) throw new Error("Pyodide has changed: its memory was not found");
    return { loaded, memory };
  } finally {
    Object.assign(WebAssembly, { instantiate });
  }
}

/** `made` is an instance, or a module with its instance, as the two ways of instantiating give it. */
function memoryOf(made: unknown): WebAssembly.Memory | null {
  const instance = made instanceof WebAssembly.Instance ? made : instanceIn(made);
  const memory = instance?.exports["memory"];
  return memory instanceof WebAssembly.Memory ? memory : null;
}

function instanceIn(made: unknown): WebAssembly.Instance | null {
  const isPair = typeof made === "object" && made !== null && "instance" in made;
  return isPair && made.instance instanceof WebAssembly.Instance ? made.instance : null;
}
