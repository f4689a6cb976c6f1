import { FileCode, FileText, FolderPlus, X } from "lucide-react";
import {
  moduleName,
  sizeOf,
  totalSize,
  type SurroundingFile,
  type Surroundings,
} from "../../../domain/surroundings";
import { shadowing } from "../../../domain/standardModules";
import { sizeWords } from "../../../domain/surroundingFiles";
import { Button } from "../../../ui/Button";
import { EmptyState } from "../../../ui/EmptyState";
import { IconButton } from "../../../ui/IconButton";
import { accessWords } from "./words";

export type Editing = {
  surroundings: Surroundings;
  onChange: (surroundings: Surroundings) => void;
};
type FileListProps = Editing & { onFiles: (files: readonly File[]) => void };

/** The files that the program finds, each with how it gets at it. */
export function FileList({ surroundings, onChange, onFiles }: FileListProps) {
  const { files } = surroundings;
  const add = (
    <Button
      size="small"
      icon={<FolderPlus />}
      onClick={() => {
        chooseFiles(onFiles);
      }}
    >
      Add files
    </Button>
  );
  if (files.length === 0) {
    return (
      <div className="flex min-w-0 flex-col gap-1">
        <p className="text-xs font-semibold text-muted">Files</p>
        <EmptyState title="No files" action={add}>
          Drop files anywhere on this page: the program opens them by name, and imports those that
          end in .py.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="text-xs font-semibold text-muted">
        Files · {sizeWords(totalSize(files))} of 1 MB
      </p>
      <ul aria-label="Files" className="max-h-60 overflow-y-auto rounded-md border border-line">
        {files.map((file) => (
          <FileRow
            key={file.name}
            file={file}
            onRemove={() => {
              onChange({ ...surroundings, files: files.filter((other) => other !== file) });
            }}
          />
        ))}
      </ul>
      <div>{add}</div>
    </div>
  );
}

function FileRow({ file, onRemove }: { file: SurroundingFile; onRemove: () => void }) {
  const { name } = file;
  const Icon = moduleName(name) === null ? FileText : FileCode;
  const warning = shadowing(name);
  return (
    <li className="flex items-center gap-2 border-b border-line px-2 py-1 last:border-b-0">
      <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-mono text-[13px]">{name}</span>
          <span className="shrink-0 text-xs text-muted">{sizeWords(sizeOf(file))}</span>
        </span>
        <span
          className={`block text-xs wrap-anywhere ${warning === null ? "text-muted" : "text-warn"}`}
        >
          {warning ?? <code className="font-mono">{accessWords(name)}</code>}
        </span>
      </span>
      <IconButton size="small" label={`Remove ${name}`} icon={<X />} onClick={onRemove} />
    </li>
  );
}

function chooseFiles(onChosen: (files: readonly File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.addEventListener("change", () => {
    onChosen([...(input.files ?? [])]);
  });
  input.click();
}
