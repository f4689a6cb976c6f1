import clsx from "clsx";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { floatingLayer } from "./floatingLayer";

type MenuItem = {
  label: string;
  onSelect: () => void;
  icon?: ReactNode;
  /** A second, quieter line. */
  description?: string;
  disabled?: boolean;
  danger?: boolean;
};
type MenuGroup = { label: string; items: readonly MenuItem[] };

type MenuProps = {
  /** A button; it gets the menu's open state. */
  trigger: ReactElement;
  /** A group with an empty label has no heading. */
  groups: readonly MenuGroup[];
  align?: "start" | "center" | "end";
};

/** A drop-down of actions. */
export function Menu({ trigger, groups, align = "start" }: MenuProps) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal container={floatingLayer()}>
        <Primitive.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={clsx(
            "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto",
            "max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-surface p-1 shadow-float",
          )}
        >
          {groups.map((group, index) => (
            <Primitive.Group key={group.label}>
              {index > 0 && <Primitive.Separator className="my-1 h-px bg-line" />}
              {group.label !== "" && (
                <Primitive.Label className="px-2 pt-1.5 pb-1 text-xs font-semibold text-muted">
                  {group.label}
                </Primitive.Label>
              )}
              {group.items.map((item) => (
                <Item key={item.label} {...item} />
              ))}
            </Primitive.Group>
          ))}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function Item({ label, onSelect, icon, description, disabled = false, danger }: MenuItem) {
  return (
    <Primitive.Item
      disabled={disabled}
      onSelect={onSelect}
      className={clsx(
        "flex items-start gap-2 rounded-md px-2 py-1 outline-none select-none",
        "data-disabled:text-muted data-highlighted:bg-accent-soft",
        danger === true && "text-fail",
      )}
    >
      {icon !== undefined && (
        <span aria-hidden="true" className="mt-0.5 inline-flex [&>svg]:size-4">
          {icon}
        </span>
      )}
      <span className="min-w-0">
        {label}
        {description !== undefined && (
          <span className="block text-xs text-muted">{description}</span>
        )}
      </span>
    </Primitive.Item>
  );
}
