import { addFiles, fileOf, sizeWords, type Refusal } from "../../../domain/surroundingFiles";
import { toast } from "sonner";
import {
  surroundingsBounds,
  surroundingsOf,
  type SurroundingFile,
} from "../../../domain/surroundings";
import type { WorkbenchStores } from "../stores";
import { accessWords } from "./words";

/** Adds files of the user's disk to the problem, and says what became of them. */
export async function takeFiles({ draft }: WorkbenchStores, files: readonly File[]): Promise<void> {
  const fitting = files.filter(({ size }) => size <= surroundingsBounds.bytes);
  const tooLarge: Refusal[] = files
    .filter((file) => !fitting.includes(file))
    .map(({ name, size }) => ({
      name,
      why: `It has ${sizeWords(size)}, and all files together may have ${sizeWords(surroundingsBounds.bytes)}.`,
    }));
  const unreadable: Refusal[] = [];
  const read = await Promise.all(
    fitting.map((file) =>
      readFile(file).catch((error: unknown) => {
        unreadable.push({ name: file.name, why: `It could not be read: ${String(error)}` });
        return [];
      }),
    ),
  );
  const result = addFiles(surroundingsOf(draft.store.getState().problem), read.flat());
  if (result.added.length > 0) draft.surround(result.surroundings);
  tell(result.added, [...tooLarge, ...unreadable, ...result.refused]);
}

function tell(added: readonly { name: string }[], refused: readonly Refusal[]): void {
  const [first] = added;
  if (first !== undefined) {
    const what = added.length === 1 ? first.name : `${added.length} files`;
    toast(`Added ${what}.`, {
      description: `The program gets at ${added.length === 1 ? "it" : first.name} by ${accessWords(first.name)}.`,
    });
  }
  for (const { name, why } of refused) {
    toast.error(`${name} was not added.`, { description: why, duration: Infinity });
  }
}

async function readFile(file: File): Promise<SurroundingFile> {
  const name = file.webkitRelativePath === "" ? file.name : file.webkitRelativePath;
  return fileOf(name, new Uint8Array(await file.arrayBuffer()));
}
