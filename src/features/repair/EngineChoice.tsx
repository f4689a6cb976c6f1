import type { EngineName } from "../../domain/engine";
import { Button } from "../../ui/Button";
import { Select } from "../../ui/Select";

export type EngineChoiceProps = {
  engine: EngineName;
  /** The endpoint's model; empty when none is named yet. */
  model: string;
  onChoose: (engine: EngineName) => void;
  onSetUp: () => void;
  disabled: boolean;
};

/** The one place where the engine is chosen. */
export function EngineChoice({ engine, model, onChoose, onSetUp, disabled }: EngineChoiceProps) {
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
      {engine === "endpoint" && (
        <Button variant="quiet" size="small" onClick={onSetUp}>
          Set up…
        </Button>
      )}
    </>
  );
}
