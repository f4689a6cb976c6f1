import { useMemo } from "react";
import { useLocation } from "wouter";
import { useStore } from "zustand";
import { hasHoles } from "../domain/holes";
import { examples } from "../features/workbench/problem/examples";
import { useBusy } from "../features/workbench/useWorkbench";
import { openBlank, openProblem } from "../features/workbench/problem/withUndo";
import { useColorScheme } from "../ui/colorScheme";
import type { Command } from "./commands";
import type { Composition } from "./composition";
import type { Overlay } from "./overlay";
import { useRepairSubject } from "./useRepairSubject";
import { useTimelineCommands } from "./useTimelineCommands";

type Open = (overlay: Overlay) => void;

/** Every action of the page, with its shortcut and whether it can be done now. */
export function useCommands(composition: Composition, open: Open, share: () => void): Command[] {
  const problem = useProblemCommands(composition, share);
  const repair = useRepairCommands(composition);
  const timeline = useTimelineCommands(composition);
  const page = usePageCommands(composition, open);
  const opening = useExampleCommands(composition);
  return useMemo(
    () => [...problem, ...repair, ...timeline, ...page, ...opening],
    [problem, repair, timeline, page, opening],
  );
}

function useProblemCommands({ workbench }: Composition, share: () => void): Command[] {
  const [, navigate] = useLocation();
  const busy = useBusy(workbench);
  const isEmpty = useStore(workbench.draft.store, ({ problem }) => problem.program.trim() === "");
  return useMemo(() => {
    const here = (act: () => void) => () => {
      navigate("/");
      act();
    };
    return [
      {
        id: "run",
        group: "Problem",
        label: "Run",
        shortcut: { key: "enter", shift: false },
        unavailable: null,
        perform: here(() => {
          workbench.runNow();
        }),
      },
      {
        id: "stop",
        group: "Problem",
        label: "Stop the run",
        shortcut: { key: ".", shift: false },
        unavailable: busy ? null : "Nothing is running.",
        perform: () => {
          workbench.run.stop();
        },
      },
      {
        id: "forecast",
        group: "Problem",
        label: "Forecast what the program does",
        shortcut: null,
        unavailable: isEmpty ? "There is no program." : null,
        perform: here(() => {
          workbench.forecasting.begin();
        }),
      },
      {
        id: "new",
        group: "Problem",
        label: "New problem",
        shortcut: null,
        unavailable: null,
        perform: here(() => {
          openBlank(workbench);
        }),
      },
      {
        id: "share",
        group: "Problem",
        label: "Share: copy a link to this problem",
        shortcut: null,
        unavailable: null,
        perform: share,
      },
    ];
  }, [workbench, navigate, busy, isEmpty, share]);
}

function useExampleCommands({ workbench }: Composition): Command[] {
  const [, navigate] = useLocation();
  return useMemo(
    () =>
      examples.map(({ problem }) => ({
        id: `example-${problem.id}`,
        group: "Examples",
        label: `Open ${problem.title}`,
        shortcut: null,
        unavailable: null,
        perform: () => {
          navigate("/");
          openProblem(workbench, problem);
        },
      })),
    [workbench, navigate],
  );
}

function useRepairCommands({ workbench, repair, settings, chooseEngine }: Composition): Command[] {
  const [, navigate] = useLocation();
  const subject = useRepairSubject(workbench);
  const working = useStore(repair.store, (state) => state.lifecycle.kind === "working");
  const { engine, endpoint } = useStore(settings);
  return useMemo(() => {
    const unnamed = engine === "endpoint" && endpoint.model === "";
    const holey = subject.kind === "ready" && hasHoles(subject.request.problem.program);
    const hindrance = subject.kind === "unavailable" ? subject.reason : null;
    return [
      {
        id: "find",
        group: "Repair",
        label: holey ? "Fill the holes" : "Find a fix",
        shortcut: { key: "enter", shift: true },
        unavailable: hindrance ?? (unnamed ? "The endpoint’s model has no name yet." : null),
        perform: () => {
          navigate("/");
          if (subject.kind === "ready") void repair.find(engine, subject.request);
        },
      },
      {
        id: "stop-repair",
        group: "Repair",
        label: "Stop the repair",
        shortcut: { key: ".", shift: true },
        unavailable: working ? null : "No repair is under way.",
        perform: repair.stop,
      },
      {
        id: "use-search",
        group: "Repair",
        label: "Use the search engine",
        shortcut: null,
        unavailable: engine === "search" ? "It is chosen." : null,
        perform: () => {
          chooseEngine("search");
        },
      },
      {
        id: "use-endpoint",
        group: "Repair",
        label: "Use the endpoint",
        shortcut: null,
        unavailable: engine === "endpoint" ? "It is chosen." : null,
        perform: () => {
          chooseEngine("endpoint");
        },
      },
    ];
  }, [subject, repair, working, engine, endpoint.model, navigate, chooseEngine]);
}

function usePageCommands({ workbench, settings }: Composition, open: Open): Command[] {
  const [, navigate] = useLocation();
  const scheme = useColorScheme();
  const showTrace = useStore(workbench.view, (view) => view.showTrace);
  return useMemo(() => {
    const command = (
      group: Command["group"],
      id: string,
      label: string,
      perform: () => void,
      key: string | null = null,
    ): Command => {
      const shortcut = key === null ? null : { key, shift: false };
      return { id, group, label, shortcut, unavailable: null, perform };
    };
    const other = scheme === "dark" ? "light" : "dark";
    return [
      command("Go to", "workbench", "Workbench", () => {
        navigate("/");
      }),
      command("Go to", "samples", "Samples", () => {
        navigate("/samples");
      }),
      command("Go to", "settings", "Settings", () => open("settings"), ","),
      command("Go to", "commands", "Commands", () => open("commands"), "k"),
      command("View", "trace", showTrace ? "Hide the trace" : "Show the trace", () => {
        workbench.view.setState({ showTrace: !showTrace });
      }),
      command("View", "startup", "Start-up times and offline use", () => open("startup")),
      command("View", "theme", `Switch to the ${other} theme`, () => {
        settings.setState({ theme: other });
      }),
    ];
  }, [workbench, settings, open, navigate, scheme, showTrace]);
}
