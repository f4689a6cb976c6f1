import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { defaultEndpoint } from "../../llm/endpoint";
import { listModels, ModelsUnavailable } from "../../llm/models";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Notice } from "../../ui/Notice";
import type { SettingsDraft } from "./settingsForm";

type ModelFieldProps = {
  value: string;
  error: string | undefined;
  onValueChange: (value: string) => void;
  /** Where to ask. */
  draft: Pick<SettingsDraft, "baseUrl" | "key">;
};

/** Seconds to wait for a list; a chat answer may take longer, this must not. */
const patience = 15;

/** The model's name, with the endpoint's own list as suggestions once it is asked for. */
export function ModelField({ value, error, onValueChange, draft }: ModelFieldProps) {
  const listId = useId();
  const { baseUrl, key } = draft;
  const models = useQuery({
    queryKey: ["models", baseUrl, key],
    queryFn: ({ signal }) =>
      listModels({ ...defaultEndpoint, baseUrl, key, timeoutSeconds: patience }, signal),
    // Nothing is sent before the user asks for it.
    enabled: false,
    retry: false,
  });
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field
            label="Model"
            list={listId}
            monospace
            spellCheck={false}
            autoComplete="off"
            value={value}
            error={error}
            onValueChange={onValueChange}
          />
        </div>
        <Button
          disabled={models.isFetching}
          onClick={() => {
            void models.refetch();
          }}
        >
          {models.isFetching ? "Asking…" : "List models"}
        </Button>
      </div>
      <datalist id={listId}>
        {models.data?.map((model) => (
          <option key={model} value={model} />
        ))}
      </datalist>
      <div aria-live="polite">
        {models.isSuccess && (
          <Suggestions models={models.data} chosen={value} onChoose={onValueChange} />
        )}
        {models.isError && !models.isFetching && <Unavailable error={models.error} />}
      </div>
    </div>
  );
}

/** More than these are only suggested while typing. */
const mostButtons = 8;

type SuggestionsProps = {
  models: readonly string[];
  chosen: string;
  onChoose: (model: string) => void;
};

function Suggestions({ models, chosen, onChoose }: SuggestionsProps) {
  if (models.length === 0) {
    return <p className="text-muted">The endpoint answers, and has no models yet.</p>;
  }
  const more = models.length - mostButtons;
  return (
    <div className="flex flex-wrap items-center gap-1">
      <span className="text-muted">The endpoint has</span>
      {models.slice(0, mostButtons).map((model) => (
        <Button
          key={model}
          size="small"
          aria-pressed={model === chosen}
          className="max-w-full overflow-hidden aria-pressed:border-accent aria-pressed:bg-accent-soft"
          onClick={() => {
            onChoose(model);
          }}
        >
          {model}
        </Button>
      ))}
      {more > 0 && <span className="text-muted">and {more} more: type to see them.</span>}
    </div>
  );
}

function Unavailable({ error }: { error: Error }) {
  const failure =
    error instanceof ModelsUnavailable
      ? error.failure
      : { what: "The models could not be listed.", why: error.message, tryThis: "Try again." };
  return <Notice tone="warning" {...failure} />;
}
