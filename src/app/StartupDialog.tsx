import { useState } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { readStartup, type Startup, type StartupPhase } from "../domain/startup";
import type { Offline } from "../offline/offline";
import { nothingKept, type OfflineState } from "../offline/offlineState";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { describeOffline } from "./offlineWords";

type StartupDialogProps = { offline: Offline | null; onClose: () => void };

/** Until the offline part of the page has started. */
const notYet = createStore<OfflineState>(() => nothingKept);

const phaseNames: Readonly<Record<StartupPhase["name"], string>> = {
  page: "Page and app",
  editor: "Editor",
  fetch: "Python’s parts fetched",
  compile: "Python compiled",
  restore: "Interpreter restored",
  run: "Tests judged, trace recorded",
  draw: "Trace drawn",
};

/** How long this tab took to start, phase by phase, and how offline use stands. */
export function StartupDialog({ offline, onClose }: StartupDialogProps) {
  const [startup] = useState(() => readStartup(performance.getEntries()));
  const state = useStore(offline?.store ?? notYet);
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="Start-up times and offline use"
      description="Measured in this tab. Nothing of it is sent anywhere."
      footer={
        <>
          {state.update.kind === "ready" && offline !== null && (
            <Button variant="primary" onClick={offline.reload}>
              Reload
            </Button>
          )}
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <StartupTable startup={startup} />
      <section className="mt-4 space-y-1">
        <h3 className="font-semibold">Offline use</h3>
        {describeOffline(state).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
    </Dialog>
  );
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;

function StartupTable({ startup: { phases, total } }: { startup: Startup }) {
  const end = Math.max(total ?? 0, ...phases.map(({ to }) => to));
  const heading =
    total === null
      ? "There is no trace on screen yet"
      : `First trace on screen after ${seconds(total)}`;
  return (
    <section>
      <h3 className="mb-1 font-semibold">{heading}</h3>
      <table className="w-full tabular-nums [&_td]:whitespace-nowrap">
        <caption className="pb-1 text-left text-muted">Some phases run side by side.</caption>
        <thead className="text-left text-xs text-muted">
          <tr>
            <th className="font-medium">Phase</th>
            <th className="text-right font-medium">From</th>
            <th className="text-right font-medium">Took</th>
            <td className="w-1/4" />
          </tr>
        </thead>
        <tbody>
          {phases.map(({ name, from, to }) => (
            <tr key={name}>
              <th className="text-left font-normal">{phaseNames[name]}</th>
              <td className="pl-2 text-right text-muted">{seconds(from)}</td>
              <td className="pl-2 text-right">{seconds(to - from)}</td>
              <td aria-hidden="true" className="pl-3">
                <div
                  className="h-2 min-w-px rounded-sm bg-accent"
                  style={{
                    marginLeft: `${(from / end) * 100}%`,
                    width: `${((to - from) / end) * 100}%`,
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
