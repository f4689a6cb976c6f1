import { useId, useState, type ReactNode } from "react";
import type { StoreApi } from "zustand";
import { useStore } from "zustand";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { Select } from "../../ui/Select";
import { ModelField } from "./ModelField";
import { themeSchema, type Settings } from "./settings";
import { draftOf, readDraft, type DraftErrors, type SettingsDraft } from "./settingsForm";

export type SettingsDialogProps = {
  settings: StoreApi<Settings>;
  open: boolean;
  onClose: () => void;
};

/** Endpoint, limits, packages and theme. The theme takes effect at once, the rest when it is saved. */
export function SettingsDialog({ settings, open, onClose }: SettingsDialogProps) {
  const formId = useId();
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="Settings"
      description="Kept in this browser; the key only until this tab is closed."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId}>
            Save
          </Button>
        </>
      }
    >
      <SettingsForm id={formId} settings={settings} onSaved={onClose} />
    </Dialog>
  );
}

type SettingsFormProps = { id: string; settings: StoreApi<Settings>; onSaved: () => void };

function SettingsForm({ id, settings, onSaved }: SettingsFormProps) {
  const [draft, setDraft] = useState<SettingsDraft>(() => draftOf(settings.getState()));
  const [errors, setErrors] = useState<DraftErrors>({});
  const bind = (field: keyof SettingsDraft) => ({
    value: draft[field],
    error: errors[field],
    onValueChange: (value: string) => {
      setDraft((current) => ({ ...current, [field]: value }));
      setErrors((current) => without(current, field));
    },
  });
  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const reading = readDraft(draft);
        if (reading.kind === "valid") {
          settings.setState(reading.settings);
          onSaved();
          return;
        }
        setErrors(reading.errors);
        focusFirstError(event.currentTarget);
      }}
    >
      <EndpointFields bind={bind} draft={draft} />
      <LimitFields bind={bind} />
      <PackageFields bind={bind} />
      <ThemeField settings={settings} />
    </form>
  );
}

function without(errors: DraftErrors, field: keyof SettingsDraft): DraftErrors {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => name !== field));
}

type Bind = (field: keyof SettingsDraft) => {
  value: string;
  error: string | undefined;
  onValueChange: (value: string) => void;
};

function EndpointFields({ bind, draft }: { bind: Bind; draft: SettingsDraft }) {
  return (
    <Group
      title="Endpoint"
      note="With the Endpoint engine, the instruction, the program with its trace and the tests go to this address and nowhere else. With Search, nothing leaves this tab."
    >
      <Field
        label="Base URL"
        description="Any OpenAI-compatible address; /chat/completions is appended."
        type="url"
        monospace
        spellCheck={false}
        {...bind("baseUrl")}
      />
      <ModelField {...bind("model")} draft={draft} />
      <Field
        label="Key"
        description="Kept for this tab’s session only. Leave it empty where none is asked for."
        type="password"
        autoComplete="off"
        monospace
        spellCheck={false}
        {...bind("key")}
      />
      <Columns>
        <Field label="Temperature" inputMode="decimal" {...bind("temperature")} />
        <Field label="Maximum tokens" inputMode="numeric" {...bind("maxTokens")} />
        <Field label="Time-out (seconds)" inputMode="decimal" {...bind("timeoutSeconds")} />
      </Columns>
    </Group>
  );
}

function LimitFields({ bind }: { bind: Bind }) {
  return (
    <Group
      title="Limits"
      note="A program that takes longer, prints more or takes more memory is stopped, and the trace so far kept. One that makes more steps runs on: of the later ones, the trace keeps each line’s first and last."
    >
      <Columns>
        <Field label="Seconds per test" inputMode="decimal" {...bind("seconds")} />
        <Field label="Steps kept per trace" inputMode="numeric" {...bind("steps")} />
        <Field label="Output (characters)" inputMode="numeric" {...bind("output")} />
        <Field label="Memory (MiB)" inputMode="numeric" {...bind("memory")} />
        <Field label="Recursion (calls)" inputMode="numeric" {...bind("recursion")} />
      </Columns>
    </Group>
  );
}

function PackageFields({ bind }: { bind: Bind }) {
  return (
    <Group
      title="Packages"
      note="Packages that a program imports are fetched from here when you say so, and taken only if they are those of Pyodide’s own list."
    >
      <Field
        label="Package address"
        description="Where the files of this Pyodide release are: Pyodide’s own, or a copy of them."
        type="url"
        monospace
        spellCheck={false}
        {...bind("packageAddress")}
      />
    </Group>
  );
}

const themes = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

function ThemeField({ settings }: { settings: StoreApi<Settings> }) {
  const theme = useStore(settings, (state) => state.theme);
  return (
    <Group title="Theme" note="Takes effect at once.">
      <Select
        label="Theme"
        value={theme}
        onValueChange={(value) => {
          settings.setState({ theme: themeSchema.parse(value) });
        }}
        groups={[{ label: "", options: themes }]}
        className="w-48"
      />
    </Group>
  );
}

function Group({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-semibold">{title}</legend>
      <p className="-mt-1 text-muted">{note}</p>
      {children}
    </fieldset>
  );
}

function Columns({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">{children}</div>;
}

/** After the errors are on the page, so that the field is read out together with its own. */
function focusFirstError(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>("[aria-invalid=true]");
    field?.focus();
    field?.scrollIntoView({ block: "center" });
  });
}
