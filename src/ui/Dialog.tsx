import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { IconButton } from "./IconButton";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: string;
  children?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
};

/**
 * The dialog takes the focus itself. On its first button, Close, the focus would show a tooltip, and
 * the first Escape would close that tooltip alone.
 */
function focusDialog(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}

/** A modal question or form; focus stays inside, Escape closes it. */
export function Dialog({ open, onOpenChange, title, description, children, footer }: DialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Primitive.Content
          onOpenAutoFocus={focusDialog}
          className="fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg border border-line bg-surface shadow-float outline-none"
        >
          <header className="flex items-start justify-between gap-2 px-4 pt-3">
            <div>
              <Primitive.Title className="text-base font-semibold">{title}</Primitive.Title>
              <Primitive.Description className="text-muted">{description}</Primitive.Description>
            </div>
            <Primitive.Close asChild>
              <IconButton label="Close" icon={<X />} size="small" />
            </Primitive.Close>
          </header>
          <div className="overflow-y-auto px-4 py-3">{children}</div>
          {footer !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
              {footer}
            </footer>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
