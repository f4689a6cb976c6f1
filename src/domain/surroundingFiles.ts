import { shadowing } from "./standardModules";
import {
  nameFault,
  namesClash,
  surroundingsBounds,
  totalSize,
  type SurroundingFile,
  type Surroundings,
} from "./surroundings";

/** Files that could not be added, and why. */
export type Refusal = { name: string; why: string };

export type Added = {
  surroundings: Surroundings;
  added: readonly SurroundingFile[];
  refused: readonly Refusal[];
};

/** The surroundings with these files too; one of a name that is there replaces that one. */
export function addFiles(surroundings: Surroundings, files: readonly SurroundingFile[]): Added {
  let kept = surroundings.files;
  const added: SurroundingFile[] = [];
  const refused: Refusal[] = [];
  for (const file of files) {
    const others = kept.filter(({ name }) => name !== file.name);
    const why = obstacle(file, others);
    if (why === null) {
      kept = [...others, file];
      added.push(file);
    } else refused.push({ name: file.name, why });
  }
  return { surroundings: { ...surroundings, files: kept }, added, refused };
}

function obstacle(file: SurroundingFile, others: readonly SurroundingFile[]): string | null {
  const fault = nameFault(file.name) ?? shadowing(file.name);
  if (fault !== null) return fault;
  const clash = others.find(({ name }) => namesClash(name, file.name));
  if (clash !== undefined) return `It cannot be beside ${clash.name}: one would be in the other.`;
  if (others.length >= surroundingsBounds.files) {
    return `A problem holds at most ${surroundingsBounds.files} files.`;
  }
  return totalSize([...others, file]) > surroundingsBounds.bytes
    ? `All files together may have ${sizeWords(surroundingsBounds.bytes)}.`
    : null;
}

/** A file as a problem keeps it: as text where it is some, else as bytes. */
export function fileOf(name: string, bytes: Uint8Array): SurroundingFile {
  const text = textOf(bytes);
  return text === null ? { name, base64: toBase64(bytes) } : { name, text };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  // In portions: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}

/** `820 bytes`, `12 kB`; one kB is 1,000 bytes. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
}
