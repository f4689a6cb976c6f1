import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

type ButtonProps = ComponentProps<"button"> & {
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "small" | "medium";
  /** Shown before the text; decoration only. */
  icon?: ReactNode;
};

const variants = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface text-text hover:bg-hover",
  quiet: "border-transparent bg-transparent text-text hover:bg-hover",
  danger: "border-fail bg-surface text-fail hover:bg-fail-soft",
};

const sizes = {
  small: "h-7 gap-1 px-2 text-[0.93rem]",
  medium: "h-8 gap-1.5 px-3",
};

/** A button with text. For an icon alone use `IconButton`, which gives it a name. */
export function Button({
  variant = "secondary",
  size = "medium",
  icon,
  className,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={clsx(
        "inline-flex shrink-0 items-center justify-center rounded-md border font-medium whitespace-nowrap",
        "disabled:cursor-not-allowed disabled:border-line disabled:bg-raised disabled:text-muted",
        variants[variant],
        sizes[size],
        className,
      )}
      {...rest}
    >
      {icon !== undefined && (
        <span aria-hidden="true" className="inline-flex [&>svg]:size-4">
          {icon}
        </span>
      )}
      {children}
    </button>
  );
}
