import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useRef, useState } from "react";
import { Route, Router, Switch } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { DatabaseNotice } from "../features/samples/DatabaseNotice";
import { useShare } from "../features/share/useShare";
import { useProblem } from "../features/workbench/useWorkbench";
import { floatingLayerId } from "../ui/floatingLayer";
import { Toaster } from "../ui/Toaster";
import { CommandPalette } from "./CommandPalette";
import type { Composition } from "./composition";
import { Header } from "./Header";
import { NotFoundPage } from "./NotFoundPage";
import type { Overlay } from "./overlay";
import { PageSpinner } from "./PageSpinner";
import { useCommands } from "./useCommands";
import { useShortcuts } from "./useShortcuts";
import { WorkbenchPage } from "./WorkbenchPage";

const SamplesRoute = lazy(async () => {
  const { SamplesRoute: component } = await import("./SamplesRoute");
  return { default: component };
});
const SharedLinkPage = lazy(async () => {
  const { SharedLinkPage: component } = await import("./SharedLinkPage");
  return { default: component };
});
const SettingsDialog = lazy(async () => {
  const { SettingsDialog: component } = await import("../features/settings/SettingsDialog");
  return { default: component };
});

const queryClient = new QueryClient();

/** The whole page: providers, header, the route's page, and what opens above it. */
export function App({ composition }: { composition: Composition }) {
  return (
    <QueryClientProvider client={queryClient}>
      <Router hook={useHashLocation}>
        <Shell composition={composition} />
      </Router>
      <Toaster />
    </QueryClientProvider>
  );
}

function Shell({ composition }: { composition: Composition }) {
  const [overlay, setOverlay] = useState<Overlay>("none");
  const main = useRef<HTMLElement>(null);
  const openSettings = () => {
    setOverlay("settings");
  };
  const { share, dialog } = useShare(useProblem(composition.workbench));
  const commands = useCommands(composition, setOverlay, share);
  useShortcuts(commands, overlay);
  return (
    <>
      <Header
        composition={composition}
        onOverlay={setOverlay}
        onShare={share}
        onSkip={() => {
          main.current?.focus();
        }}
      />
      <main ref={main} tabIndex={-1} className="outline-none">
        <DatabaseNotice database={composition.database} />
        <Suspense fallback={<PageSpinner />}>
          <Switch>
            <Route path="/">
              <WorkbenchPage composition={composition} onOpenSettings={openSettings} />
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
        <div id={floatingLayerId} />
      </main>
      {dialog}
      <CommandPalette
        open={overlay === "commands"}
        commands={commands}
        onClose={() => {
          setOverlay((current) => (current === "commands" ? "none" : current));
        }}
      />
      {overlay === "settings" && (
        <Suspense fallback={null}>
          <SettingsDialog
            open
            settings={composition.settings}
            onClose={() => {
              setOverlay("none");
            }}
          />
        </Suspense>
      )}
    </>
  );
}
