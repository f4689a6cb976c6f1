import { Command as Palette } from "cmdk";
import { Dialog } from "radix-ui";
import { Kbd } from "../ui/Kbd";
import { keysOf, usesCommandKey, type Command } from "./commands";

type CommandPaletteProps = { open: boolean; commands: readonly Command[]; onClose: () => void };

/** Every action by its name; opened from anywhere. */
export function CommandPalette({ open, commands, onClose }: CommandPaletteProps) {
  const groups = [...new Set(commands.map(({ group }) => group))];
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12dvh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-surface shadow-float"
        >
          <Dialog.Title className="sr-only">Commands</Dialog.Title>
          <Palette label="Commands" loop>
            <Palette.Input
              placeholder="What do you want to do?"
              className="w-full border-b border-line bg-transparent px-4 py-3 outline-none"
            />
            <Palette.List className="max-h-[60dvh] overflow-y-auto p-1">
              <Palette.Empty className="px-3 py-4 text-muted">
                No command has this name.
              </Palette.Empty>
              {groups.map((group) => (
                <Palette.Group
                  key={group}
                  heading={group}
                  className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-muted"
                >
                  {commands
                    .filter((command) => command.group === group && command.id !== "commands")
                    .map((command) => (
                      <Item key={command.id} command={command} onClose={onClose} />
                    ))}
                </Palette.Group>
              ))}
            </Palette.List>
          </Palette>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Item({ command, onClose }: { command: Command; onClose: () => void }) {
  const { id, label, shortcut, unavailable, perform } = command;
  return (
    <Palette.Item
      value={id}
      keywords={[label]}
      disabled={unavailable !== null}
      onSelect={() => {
        onClose();
        perform();
      }}
      className="flex items-center gap-3 rounded-md px-3 py-1.5 select-none data-[disabled=true]:text-muted data-[selected=true]:bg-accent-soft"
    >
      <span className="min-w-0 flex-1">
        {label}
        {unavailable !== null && <span className="block text-xs">{unavailable}</span>}
      </span>
      {shortcut !== null && (
        <span className="flex gap-0.5">
          {keysOf(shortcut, usesCommandKey(navigator.platform)).map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </Palette.Item>
  );
}
