import { useState } from "react";
import { surroundingsBounds } from "../../../domain/surroundings";
import { Field } from "../../../ui/Field";
import { Switch } from "../../../ui/Switch";
import type { WorkbenchStores } from "../stores";
import { FileList, type Editing } from "./FileList";
import { takeFiles } from "./takeFiles";

type FormProps = Editing & { stores: WorkbenchStores };

const firstSeed = 1;
const firstClock = "2025-01-01T12:00:00Z";

/** Input, files, and what makes runs repeat; each change counts at once, for the next run. */
export function SurroundingsForm({ stores, surroundings, onChange }: FormProps) {
  return (
    <div className="grid gap-x-4 gap-y-3 md:grid-cols-2">
      <Field
        multiline
        label="Input"
        description="What input() reads, line by line. A test that brings input of its own gets that."
        monospace
        rows={6}
        maxLength={surroundingsBounds.stdin}
        spellCheck={false}
        className="resize-y"
        value={surroundings.stdin}
        onValueChange={(stdin) => {
          onChange({ ...surroundings, stdin });
        }}
      />
      <FileList
        surroundings={surroundings}
        onChange={onChange}
        onFiles={(files) => {
          void takeFiles(stores, files);
        }}
      />
      <fieldset className="flex min-w-0 flex-col gap-2 md:col-span-2">
        <legend className="mb-1 text-xs font-semibold text-muted">Runs that repeat</legend>
        <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
          <Seed surroundings={surroundings} onChange={onChange} />
          <Clock surroundings={surroundings} onChange={onChange} />
        </div>
      </fieldset>
    </div>
  );
}

function Seed({ surroundings, onChange }: Editing) {
  const { seed } = surroundings;
  const [typed, setTyped] = useState(String(seed ?? firstSeed));
  return (
    <div className="flex flex-col gap-2">
      <Switch
        label="The same random numbers each time"
        checked={seed !== null}
        onCheckedChange={(isOn) => {
          onChange({ ...surroundings, seed: isOn ? (seedOf(typed) ?? firstSeed) : null });
        }}
      />
      {seed !== null && (
        <Field
          label="Seed"
          inputMode="numeric"
          className="max-w-40"
          description="For random, secrets, uuid, os.urandom and NumPy."
          error={seedOf(typed) === null ? "A whole number from 0 to 4294967295." : undefined}
          value={typed}
          onValueChange={(text) => {
            setTyped(text);
            const wanted = seedOf(text);
            if (wanted !== null) onChange({ ...surroundings, seed: wanted });
          }}
        />
      )}
    </div>
  );
}

function seedOf(text: string): number | null {
  const seed = /^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return seed <= 0xffff_ffff ? seed : null;
}

function Clock({ surroundings, onChange }: Editing) {
  const { clock } = surroundings;
  return (
    <div className="flex flex-col gap-2">
      <Switch
        label="The clock stands still"
        checked={clock !== null}
        onCheckedChange={(isOn) => {
          onChange({ ...surroundings, clock: isOn ? firstClock : null });
        }}
      />
      {clock !== null && (
        <Field
          label="Date and time (UTC)"
          type="datetime-local"
          step={1}
          className="max-w-60"
          description="sleep() moves it on without waiting."
          value={clock.slice(0, 19)}
          onValueChange={(text) => {
            const moment = new Date(`${text}Z`);
            // Half typed dates are empty or out of range.
            if (text === "" || Number.isNaN(moment.getTime())) return;
            onChange({ ...surroundings, clock: `${moment.toISOString().slice(0, 19)}Z` });
          }}
        />
      )}
    </div>
  );
}
