import { Trash2, Undo2 } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { useStore } from "zustand";
import type { Sample } from "../../domain/sample";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Select } from "../../ui/Select";
import { engineTitles, samplesWords } from "./describeSample";
import { deleteWithUndo } from "./deleteWithUndo";
import { ExportMenu } from "./ExportMenu";
import { selectedAmong } from "./sampleFilter";
import type { SamplesModel } from "./samplesModel";

const engineOptions = [
  { value: "all", label: "All engines" },
  { value: "search", label: engineTitles.search },
  { value: "endpoint", label: engineTitles.endpoint },
] as const;

type SamplesToolbarProps = { model: SamplesModel; shown: readonly Sample[]; total: number };

/** What can be done with many samples: filter, select, delete, export. */
export function SamplesToolbar({ model, shown, total }: SamplesToolbarProps) {
  const { filter, selected } = useStore(model.store);
  const chosen = selectedAmong(shown, selected);
  const status = useRef<HTMLParagraphElement>(null);
  return (
    <>
      {total > 0 && (
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-48 flex-1">
            <Field
              label="Filter"
              type="search"
              value={filter.text}
              onValueChange={(text) => model.setFilter({ text })}
              placeholder="Words in title, program, rationale, fix…"
            />
          </div>
          <Select
            label="Engine"
            value={filter.engine}
            groups={[{ label: "", options: engineOptions }]}
            onValueChange={(value) => {
              const option = engineOptions.find((one) => one.value === value);
              if (option !== undefined) model.setFilter({ engine: option.value });
            }}
          />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {total > 0 && <SelectAll model={model} shown={shown} chosen={chosen} />}
        <p ref={status} role="status" tabIndex={-1} className="mr-auto text-muted outline-none">
          {total > 0 && countWords(shown.length, total, chosen.length)}
        </p>
        <DeleteButtons model={model} chosen={chosen} onUndone={() => status.current?.focus()} />
        <ExportMenu samples={chosen.length > 0 ? chosen : shown} isSelection={chosen.length > 0} />
      </div>
    </>
  );
}

function countWords(shown: number, total: number, chosen: number): string {
  const all = shown === total ? samplesWords(total) : `${shown} of ${samplesWords(total)} shown`;
  return chosen === 0 ? all : `${all}, ${chosen} selected`;
}

type SelectAllProps = { model: SamplesModel; shown: readonly Sample[]; chosen: readonly Sample[] };

function SelectAll({ model, shown, chosen }: SelectAllProps) {
  const id = useId();
  const all = shown.length > 0 && chosen.length === shown.length;
  return (
    <span className="inline-flex min-h-7 items-center gap-1.5 pl-2">
      <input
        id={id}
        type="checkbox"
        className="size-4 accent-(--accent)"
        checked={all}
        disabled={shown.length === 0}
        ref={(box) => {
          if (box !== null) box.indeterminate = chosen.length > 0 && !all;
        }}
        onChange={() =>
          model.select(
            shown.map((sample) => sample.id),
            !all,
          )
        }
      />
      <label htmlFor={id}>Select all</label>
    </span>
  );
}

type DeleteButtonsProps = {
  model: SamplesModel;
  chosen: readonly Sample[];
  /** Something else must take the focus: there is nothing more to undo. */
  onUndone: () => void;
};

/**
 * Deletion asks no question: it can be undone from the message, and here without hurry. The focus
 * goes to the undo when what was deleted had it.
 */
function DeleteButtons({ model, chosen, onUndone }: DeleteButtonsProps) {
  const { removals } = useStore(model.store);
  const undo = useRef<HTMLButtonElement>(null);
  const seen = useRef(removals.length);
  useEffect(() => {
    if (removals.length > seen.current) undo.current?.focus();
    seen.current = removals.length;
  }, [removals]);
  const undoLast = async (): Promise<void> => {
    await model.undo();
    if (model.store.getState().removals.length === 0) onUndone();
  };
  return (
    <>
      {removals.length > 0 && (
        <Button ref={undo} icon={<Undo2 />} onClick={() => void undoLast()}>
          Undo delete
        </Button>
      )}
      <Button
        icon={<Trash2 />}
        disabled={chosen.length === 0}
        onClick={() => {
          const ids = chosen.map(({ id }) => id);
          void deleteWithUndo(model, ids);
        }}
      >
        Delete
      </Button>
    </>
  );
}
