import type { EngineName } from "../../domain/engine";
import { Button } from "../../ui/Button";
import { Select } from "../../ui/Select";

export type EngineChoiceProps = {
  engine: EngineName;
  /** The endpoint's model; empty when none is named yet. */
  model: string;
  onChoose: (engine: EngineName) => void;
  /** What a search may take. */
  seconds: number;
  onChooseSeconds: (seconds: number) => void;
  onSetUp: () => void;
  disabled: boolean;
};

const budgets = [2, 5, 10, 30, 60];

/** The one place where the engine is chosen, and how long a search may take. */
export function EngineChoice(props: EngineChoiceProps) {
  const { engine, model, onChoose, onSetUp, disabled } = props;
  const options = [
    {
      value: "search",
      label: "Search",
      description: "built in, no key, nothing leaves this tab",
    },
    {
      value: "endpoint",
      label: model === "" ? "Endpoint" : `Endpoint · ${model}`,
      description: "a language model of your choice; the problem is sent to it",
    },
  ];
  return (
    <>
      <Select
        label="Engine"
        value={engine}
        disabled={disabled}
        onValueChange={(value) => {
          onChoose(value === "endpoint" ? "endpoint" : "search");
        }}
        groups={[{ label: "", options }]}
        className="max-w-52"
      />
      {engine === "search" && <SearchTime {...props} />}
      {engine === "endpoint" && (
        <Button variant="quiet" size="small" onClick={onSetUp}>
          Set up…
        </Button>
      )}
    </>
  );
}

function SearchTime({ seconds, onChooseSeconds, disabled }: EngineChoiceProps) {
  const all = budgets.includes(seconds) ? budgets : [...budgets, seconds];
  const options = all.map((one) => ({ value: String(one), label: `${one} s` }));
  return (
    <Select
      label="Time for a search"
      value={String(seconds)}
      disabled={disabled}
      onValueChange={(value) => {
        onChooseSeconds(Number(value));
      }}
      groups={[{ label: "", options }]}
    />
  );
}
