import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Route, Router, Switch } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { DatabaseNotice } from "../features/samples/DatabaseNotice";
import { useShare } from "../features/share/useShare";
import { useProblem } from "../features/workbench/useWorkbench";
import { floatingLayerId } from "../ui/floatingLayer";
import { Toaster } from "../ui/Toaster";
import type { Composition } from "./composition";
import { Header } from "./Header";
import { NotFoundPage } from "./NotFoundPage";
import type { Overlay } from "./overlay";
import { PageSpinner } from "./PageSpinner";
import { useCommands } from "./useCommands";
import { useOffline } from "./useOffline";
import { useShortcuts } from "./useShortcuts";
import { WorkbenchPage } from "./WorkbenchPage";

const SamplesRoute = lazy(async () => {
  const { SamplesRoute: component } = await import("./SamplesRoute");
  return { default: component };
});
const loadPalette = async () => {
  const { CommandPalette: component } = await import("./CommandPalette");
  return { default: component };
};
const CommandPalette = lazy(loadPalette);
const QueryingSettings = lazy(async () => {
  const { QueryingSettings: component } = await import("./QueryingSettings");
  return { default: component };
});
const OfflineMark = lazy(async () => {
  const { OfflineMark: component } = await import("./OfflineMark");
  return { default: component };
});
const SharedLinkPage = lazy(async () => {
  const { SharedLinkPage: component } = await import("./SharedLinkPage");
  return { default: component };
});
const StartupDialog = lazy(async () => {
  const { StartupDialog: component } = await import("./StartupDialog");
  return { default: component };
});

/** The whole page: providers, header, the route's page, and what opens above it. */
export function App({ composition }: { composition: Composition }) {
  return (
    <>
      <Router hook={useHashLocation}>
        <Shell composition={composition} />
      </Router>
      <Toaster />
    </>
  );
}

type PagesProps = { composition: Composition; onOpenSettings: () => void };

// Drawn apart from the shell, which changes whenever something can be done or no longer.
const MemoHeader = memo(Header);
const Pages = memo(function Pages({ composition, onOpenSettings }: PagesProps) {
  return (
    <Suspense fallback={<PageSpinner />}>
      <Switch>
        <Route path="/">
          <WorkbenchPage composition={composition} onOpenSettings={onOpenSettings} />
        </Route>
        <Route path="/samples">
          <SamplesRoute composition={composition} />
        </Route>
        <Route path="/p/*?">
          <SharedLinkPage workbench={composition.workbench} />
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  );
});

function Shell({ composition }: { composition: Composition }) {
  const [overlay, setOverlay] = useState<Overlay>("none");
  const main = useRef<HTMLElement>(null);
  const openSettings = useCallback(() => {
    setOverlay("settings");
  }, []);
  const { share, dialog } = useShare(useProblem(composition.workbench));
  const commands = useCommands(composition, setOverlay, share);
  useShortcuts(commands, overlay);
  useEffect(() => {
    // Whoever opens it types at once.
    void loadPalette();
  }, []);
  const offline = useOffline(composition.workbench.run);
  const skip = useCallback(() => {
    main.current?.focus();
  }, []);
  const notes = useMemo(
    () =>
      offline !== null && (
        <Suspense fallback={null}>
          <OfflineMark
            offline={offline}
            onOpen={() => {
              setOverlay("startup");
            }}
          />
        </Suspense>
      ),
    [offline],
  );
  return (
    <>
      <MemoHeader
        composition={composition}
        onOverlay={setOverlay}
        onShare={share}
        notes={notes}
        onSkip={skip}
      />
      <main ref={main} tabIndex={-1} className="outline-none">
        <DatabaseNotice database={composition.database} />
        <Pages composition={composition} onOpenSettings={openSettings} />
        <div id={floatingLayerId} />
      </main>
      {dialog}
      {overlay === "commands" && (
        <Suspense fallback={null}>
          <CommandPalette
            open
            commands={commands}
            onClose={() => {
              setOverlay((current) => (current === "commands" ? "none" : current));
            }}
          />
        </Suspense>
      )}
      {overlay === "settings" && (
        <Suspense fallback={null}>
          <QueryingSettings
            open
            settings={composition.settings}
            onClose={() => {
              setOverlay("none");
            }}
          />
        </Suspense>
      )}
      {overlay === "startup" && (
        <Suspense fallback={null}>
          <StartupDialog
            offline={offline}
            onClose={() => {
              setOverlay("none");
            }}
          />
        </Suspense>
      )}
    </>
  );
}
