import { Tooltip as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { floatingLayer } from "./floatingLayer";

type TooltipProps = {
  content: ReactNode;
  side?: "top" | "right" | "bottom" | "left";
  /** One focusable element. */
  children: ReactElement;
};

/** A short hint on hover and focus. Never the only place of something that a user must know. */
export function Tooltip({ content, side = "bottom", children }: TooltipProps) {
  return (
    <Primitive.Provider delayDuration={400}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal container={floatingLayer()}>
          <Primitive.Content
            side={side}
            sideOffset={4}
            collisionPadding={8}
            className="z-60 max-w-72 rounded-md bg-text px-2 py-1 text-xs text-surface shadow-float"
          >
            {content}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
