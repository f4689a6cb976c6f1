import { useStore } from "zustand";
import type { PackageFile } from "../../python/packages/lock";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { Progress } from "../../ui/Progress";
import type { Packages, PackagesState } from "./packages";

export type PackageNoticeProps = {
  packages: Packages;
  /** Where packages are fetched from. */
  address: string;
  onOpenSettings: () => void;
};

/** Offers to fetch what the program imports, and says how that goes. */
export function PackageNotice({ packages, address, onOpenSettings }: PackageNoticeProps) {
  const state = useStore(packages.store);
  const fetchNow = () => {
    void packages.fetch();
  };
  const settings = (
    <Button size="small" variant="quiet" onClick={onOpenSettings}>
      Package address
    </Button>
  );
  switch (state.kind) {
    case "nothing":
      return null;
    case "offered":
      return (
        <Notice
          tone="info"
          what={`This program needs ${namesOf(state.files)}.`}
          why={`${state.files.length === 1 ? "A package" : `${state.files.length} packages`} of the Pyodide distribution. Fetched once from ${hostOf(address)}, checked, and kept in this browser. Your program is not sent.`}
          action={
            <>
              <Button size="small" variant="primary" onClick={fetchNow}>
                {state.files.length === 1 ? "Fetch it" : "Fetch them"}
              </Button>
              {settings}
            </>
          }
        />
      );
    case "fetching":
      return <Fetching state={state} onStop={packages.stop} />;
    case "failed":
      return (
        <Notice
          {...state.failure}
          action={
            <>
              <Button size="small" variant="primary" onClick={fetchNow}>
                Fetch again
              </Button>
              {settings}
            </>
          }
        />
      );
    case "notKept":
      return (
        <Notice
          tone="warning"
          announce
          what={`${namesOf(state.files)} can be used now, but will be gone with this tab.`}
          why="This browser does not let the page store data, or its storage is full."
          tryThis="Free some space or allow storage for this page, and fetch again next time."
          action={
            <Button size="small" onClick={packages.dismiss}>
              Dismiss
            </Button>
          }
        />
      );
  }
}

type FetchingProps = { state: Extract<PackagesState, { kind: "fetching" }>; onStop: () => void };

function Fetching({ state, onStop }: FetchingProps) {
  const { files, done, received, total } = state;
  const share = total === null ? 0 : Math.min(1, received / total);
  const size = `${(received / 1_000_000).toFixed(1)}${total === null ? "" : ` of ${(total / 1_000_000).toFixed(1)}`} MB`;
  return (
    <Notice
      tone="info"
      what={`Fetching ${files[done]?.name ?? "packages"}: package ${done + 1} of ${files.length}, ${size}`}
      why={<Progress label="Fetching packages" value={done + share} max={files.length} />}
      action={
        <Button size="small" onClick={onStop}>
          Stop fetching
        </Button>
      }
    />
  );
}

/** `numpy 2.4.6`, or `pandas 3.0.1 and 4 more that it needs`: what was asked for comes last. */
function namesOf(files: readonly PackageFile[]): string {
  const wanted = files.at(-1);
  const first = wanted === undefined ? "packages" : `${wanted.name} ${wanted.version}`;
  const others = files.length - 1;
  return others < 1 ? first : `${first} and ${others} more`;
}

const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).host : "the address in the settings";
