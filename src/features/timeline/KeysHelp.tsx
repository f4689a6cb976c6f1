import { Keyboard } from "lucide-react";
import { useState } from "react";
import { Dialog } from "../../ui/Dialog";
import { IconButton } from "../../ui/IconButton";
import { Kbd } from "../../ui/Kbd";
import { timelineKeys } from "./useTimelineKeys";

/** Opens the list of the timeline's keys. */
export function KeysHelp() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        size="small"
        label="Keys of the timeline"
        icon={<Keyboard />}
        onClick={() => {
          setOpen(true);
        }}
      />
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Keys of the timeline"
        description="They work while the focus is in the Trace region."
      >
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
          {timelineKeys.map(({ keys, words }) => (
            <div key={words} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
          <div className="contents">
            <dt>
              <Kbd>Alt+H</Kbd>
            </dt>
            <dd>in an editor: history of the line with the cursor</dd>
          </div>
        </dl>
      </Dialog>
    </>
  );
}
