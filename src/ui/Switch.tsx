import { Switch as Primitive } from "radix-ui";
import { useId } from "react";

type SwitchProps = {
  /** Visible, and the accessible name. */
  label: string;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
};

/** An option that is on or off and takes effect at once. */
export function Switch({ label, checked, onCheckedChange, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <span className="inline-flex items-center gap-1.5">
      <Primitive.Root
        id={id}
        checked={checked}
        onCheckedChange={onCheckedChange}
        disabled={disabled}
        className="relative h-[1.15rem] w-8 shrink-0 rounded-full border border-line-strong bg-raised data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-60"
      >
        <Primitive.Thumb className="block size-3 translate-x-0.5 rounded-full bg-line-strong transition-transform data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-accent" />
      </Primitive.Root>
      <label htmlFor={id} className="whitespace-nowrap select-none">
        {label}
      </label>
    </span>
  );
}
