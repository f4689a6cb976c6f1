import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { Tooltip } from "./Tooltip";

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  /** The accessible name, also shown as the tooltip. */
  label: string;
  icon: ReactNode;
  size?: "small" | "medium";
};

/** A button that shows only an icon. */
export function IconButton({
  label,
  icon,
  size = "medium",
  className,
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <button
        type={type}
        aria-label={label}
        className={clsx(
          "inline-flex shrink-0 items-center justify-center rounded-md text-muted",
          "hover:bg-hover hover:text-text disabled:cursor-not-allowed disabled:opacity-50",
          size === "small" ? "size-7" : "size-8",
          className,
        )}
        {...rest}
      >
        <span aria-hidden="true" className="inline-flex [&>svg]:size-4">
          {icon}
        </span>
      </button>
    </Tooltip>
  );
}
