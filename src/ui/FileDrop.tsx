import { FileInput } from "lucide-react";
import { useEffect, useState } from "react";

type FileDropProps = {
  /** What it does to drop files, said while some are dragged over the page. */
  hint: string;
  onDrop: (files: readonly File[]) => void;
};

/** Takes files that are dropped anywhere on the page, for which the browser would leave it. */
export function FileDrop({ hint, onDrop }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (event.dataTransfer === null || !hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setOver(true);
    };
    const onDragLeave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setOver(false);
    };
    const onDropped = (event: DragEvent): void => {
      setOver(false);
      if (event.dataTransfer === null || !hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      onDrop([...event.dataTransfer.files]);
    };
    // Before the editors, which take what is dropped on them as text.
    window.addEventListener("dragover", onDragOver, { capture: true });
    window.addEventListener("dragleave", onDragLeave, { capture: true });
    window.addEventListener("drop", onDropped, { capture: true });
    return () => {
      window.removeEventListener("dragover", onDragOver, { capture: true });
      window.removeEventListener("dragleave", onDragLeave, { capture: true });
      window.removeEventListener("drop", onDropped, { capture: true });
    };
  }, [onDrop]);
  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-2 z-50 flex items-center justify-center rounded-lg border-2 border-dashed border-accent">
      <p className="flex items-center gap-2 rounded-lg bg-accent px-4 py-2 text-on-accent shadow-float">
        <FileInput aria-hidden="true" className="size-5" />
        {hint}
      </p>
    </div>
  );
}

const hasFiles = ({ types }: DataTransfer): boolean => types.includes("Files");
