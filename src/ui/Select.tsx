import clsx from "clsx";
import { Check, ChevronDown } from "lucide-react";
import { Select as Primitive } from "radix-ui";

type SelectOption = { value: string; label: string; description?: string };
type SelectGroup = { label: string; options: readonly SelectOption[] };

type SelectProps = {
  /** The accessible name. */
  label: string;
  /** Null shows the placeholder. */
  value: string | null;
  onValueChange: (value: string) => void;
  groups: readonly SelectGroup[];
  placeholder?: string;
  disabled?: boolean;
  className?: string;
};

/** One choice of a few or many, in groups; a group with an empty label has no heading. */
export function Select(props: SelectProps) {
  const { label, value, onValueChange, groups, placeholder, disabled, className } = props;
  return (
    <Primitive.Root
      value={value ?? ""}
      onValueChange={onValueChange}
      {...(disabled === undefined ? {} : { disabled })}
    >
      <Primitive.Trigger
        aria-label={label}
        className={clsx(
          "inline-flex h-8 min-w-0 items-center justify-between gap-1.5 rounded-md border px-2.5",
          "border-line-strong bg-surface text-left hover:bg-hover disabled:opacity-60",
          "data-placeholder:text-muted",
          className,
        )}
      >
        <span className="truncate">
          <Primitive.Value placeholder={placeholder} />
        </span>
        <Primitive.Icon asChild>
          <ChevronDown className="size-4 shrink-0 text-muted" aria-hidden="true" />
        </Primitive.Icon>
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={clsx(
            "z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width)",
            "max-w-[calc(100vw-1rem)] overflow-hidden rounded-lg border border-line bg-surface shadow-float",
          )}
        >
          <Primitive.Viewport className="p-1">
            {groups.map((group) => (
              <Primitive.Group key={group.label}>
                {group.label !== "" && (
                  <Primitive.Label className="px-2 pt-2 pb-1 text-xs font-semibold text-muted">
                    {group.label}
                  </Primitive.Label>
                )}
                {group.options.map((option) => (
                  <Option key={option.value} {...option} />
                ))}
              </Primitive.Group>
            ))}
          </Primitive.Viewport>
          <Primitive.ScrollDownButton className="flex justify-center border-t border-line bg-surface">
            <ChevronDown className="size-4 text-muted" aria-hidden="true" />
          </Primitive.ScrollDownButton>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function Option({ value, label, description }: SelectOption) {
  return (
    <Primitive.Item
      value={value}
      className="flex items-start gap-2 rounded-md py-1 pr-2 pl-1.5 outline-none select-none data-highlighted:bg-accent-soft"
    >
      <span className="mt-0.5 inline-flex size-4 shrink-0">
        <Primitive.ItemIndicator>
          <Check className="size-4 text-accent" aria-hidden="true" />
        </Primitive.ItemIndicator>
      </span>
      <span className="min-w-0">
        <Primitive.ItemText>{label}</Primitive.ItemText>
        {description !== undefined && (
          <span className="block text-xs text-muted">{description}</span>
        )}
      </span>
    </Primitive.Item>
  );
}
