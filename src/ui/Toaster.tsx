import { Toaster as Sonner } from "sonner";
import { useColorScheme } from "./colorScheme";

/** Where short messages with an Undo appear; mounted once. Send them with `toast` of sonner. */
export function Toaster() {
  return (
    <Sonner
      theme={useColorScheme()}
      position="bottom-left"
      closeButton
      toastOptions={{
        style: {
          background: "var(--surface)",
          color: "var(--text)",
          borderColor: "var(--line-strong)",
          fontFamily: "inherit",
        },
      }}
    />
  );
}
