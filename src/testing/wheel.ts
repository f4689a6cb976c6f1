import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

const u16 = (value: number) => [value & 0xff, value >>> 8];
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];

/** A zip archive that holds the files as they are, which is all that a wheel is. */
function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path);
    const data = Buffer.from(content);
    // Version 2.0, names in UTF-8, stored, 1 January 1980.
    const head = [...u16(20), ...u16(0x800), ...u16(0), ...u16(0), ...u16(0x21)];
    const sizes = [...u32(crc32(data)), ...u32(data.length), ...u32(data.length)];
    const local = [...u32(0x04034b50), ...head, ...sizes, ...u16(name.length), ...u16(0)];
    const central = [...u32(0x02014b50), ...u16(20), ...head, ...sizes, ...u16(name.length)];
    directory.push(Buffer.from([...central, ...Array<number>(12).fill(0), ...u32(offset)]), name);
    parts.push(Buffer.from(local), name, data);
    offset += local.length + name.length + data.length;
  }
  const index = Buffer.concat(directory);
  const count = Object.keys(files).length;
  const end = [...u32(0x06054b50), ...u32(0), ...u16(count), ...u16(count)];
  return Buffer.concat([
    ...parts,
    index,
    Buffer.from([...end, ...u32(index.length), ...u32(offset), ...u16(0)]),
  ]);
}

const text = (value: string) => [value.length, ...Buffer.from(value)];
const section = (id: number, ...content: number[]) => [id, content.length, ...content];

/**
 * An extension module `tinyext` in WebAssembly, as a compiler would make it of
 * `PyInit_tinyext() { return PyModule_Create2(&definition, 1013); }`.
 */
function extensionModule(): Uint8Array {
  const i32 = 0x7f;
  const nameAt = 64;
  const definition = new Uint8Array(80);
  definition[0] = 1; // Its reference count.
  definition.fill(0xff, 28, 32); // m_size -1: no state.
  definition.set(Buffer.from("tinyext\0"), nameAt);
  const base = [0x23, 0];
  const body = [
    0, // No locals; store the name's address as m_name, at 20.
    ...[...base, ...base, 0x41, 0xc0, 0x00, 0x6a, 0x36, 2, 20],
    ...[...base, 0x41, 0xf5, 0x07, 0x10, 0],
    0x0b,
  ];
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    // Its memory: 80 bytes, aligned to 16; no table.
    ...section(0, ...text("dylink.0"), 1, 5, 0xd0, 0x00, 4, 0, 0),
    ...section(1, 2, 0x60, 2, i32, i32, 1, i32, 0x60, 0, 1, i32),
    ...section(
      2,
      3,
      ...[...text("env"), ...text("memory"), 2, 0, 0],
      ...[...text("env"), ...text("__memory_base"), 3, i32, 0],
      ...[...text("env"), ...text("PyModule_Create2"), 0, 0],
    ),
    ...section(3, 1, 1),
    ...section(7, 1, ...text("PyInit_tinyext"), 0, 1),
    ...section(10, 1, body.length, ...body),
    ...[11, 0xd6, 0x00, 1, 0, 0x23, 0, 0x0b, definition.length, ...definition],
  ]);
}

const python = `"""A small package for tests."""
from tinypkg.shapes import area
VERSION = "1.0"
`;

/** A wheel with a package of Python files and an extension module, and its entry in a lock file. */
export function tinyWheel() {
  const content = zipOf({
    "tinypkg/__init__.py": python,
    "tinypkg/shapes.py": "def area(a, b):\n    return a * b\n",
    "tinyext.so": extensionModule(),
    "tinypkg-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: tinypkg\nVersion: 1.0\n",
  });
  const entry = {
    name: "tinypkg",
    version: "1.0",
    file_name: "tinypkg-1.0-py3-none-any.whl",
    sha256: createHash("sha256").update(content).digest("hex"),
    install_dir: "site",
    imports: ["tinypkg", "tinyext"],
    depends: [],
  };
  return { content, entry };
}
