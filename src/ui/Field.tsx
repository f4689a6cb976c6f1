import clsx from "clsx";
import { useId, type ComponentProps } from "react";

type Shared = {
  /** Visible, and the accessible name. */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  description?: string;
  /** What is wrong with the value and how to put it right. */
  error?: string | undefined;
  /** For code and addresses. */
  monospace?: boolean;
};
type Native = "value" | "onChange" | "id";

type FieldProps = Shared &
  (
    | ({ multiline?: false } & Omit<ComponentProps<"input">, Native>)
    | ({ multiline: true } & Omit<ComponentProps<"textarea">, Native>)
  );

/** A labelled text box, of one line or `multiline`, with a description and an error beneath. */
export function Field(props: FieldProps) {
  const { label, value, onValueChange, description, error, monospace, className, ...native } =
    props;
  const id = useId();
  const noteIds = clsx(
    description !== undefined && `${id}-description`,
    error !== undefined && `${id}-error`,
  );
  const shared = {
    id,
    value,
    onChange: (event: { target: { value: string } }) => {
      onValueChange(event.target.value);
    },
    "aria-invalid": error !== undefined,
    ...(noteIds === "" ? {} : { "aria-describedby": noteIds }),
    className: clsx(
      "w-full rounded-md border bg-surface px-2 py-1 text-text",
      error === undefined ? "border-line-strong" : "border-fail",
      monospace === true && "font-mono",
      className,
    ),
  };
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs font-semibold text-muted">
        {label}
      </label>
      {native.multiline === true ? (
        <Area {...native} {...shared} />
      ) : (
        <input {...native} {...shared} />
      )}
      {description !== undefined && (
        <p id={`${id}-description`} className="text-xs text-muted">
          {description}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="text-xs font-medium text-fail">
          {error}
        </p>
      )}
    </div>
  );
}

function Area({ multiline, ...native }: { multiline: true } & ComponentProps<"textarea">) {
  return <textarea aria-multiline={multiline} {...native} />;
}
