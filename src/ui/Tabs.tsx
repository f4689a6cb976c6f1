import { Tabs as Primitive } from "radix-ui";
import type { ReactNode } from "react";

type Tab<Value extends string> = { value: Value; label: string; content: ReactNode };

type TabsProps<Value extends string> = {
  /** The accessible name of the row of tabs. */
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  tabs: readonly Tab<Value>[];
};

/** Several views of one thing, of which one is shown; only that one is built. */
export function Tabs<Value extends string>({
  label,
  value,
  onValueChange,
  tabs,
}: TabsProps<Value>) {
  const active = tabs.find((tab) => tab.value === value);
  return (
    <Primitive.Root
      value={value}
      onValueChange={(chosen) => {
        const tab = tabs.find((one) => one.value === chosen);
        if (tab !== undefined) onValueChange(tab.value);
      }}
    >
      <Primitive.List
        aria-label={label}
        className="flex overflow-x-auto border-b border-line px-1 [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px shrink-0 border-b-2 border-transparent px-2 py-1.5 font-medium text-muted outline-offset-[-3px] sm:px-2.5 hover:text-text data-[state=active]:border-accent data-[state=active]:text-text"
          >
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {active !== undefined && (
        // Mounted at once: Radix would show it a moment later, too late to be given the focus.
        <Primitive.Content key={active.value} value={active.value} forceMount className="p-3">
          {active.content}
        </Primitive.Content>
      )}
    </Primitive.Root>
  );
}
