import { Command, Moon, Settings2, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { Link, useRoute } from "wouter";
import { ShareButton } from "../features/share/ShareButton";
import { useProblem } from "../features/workbench/useWorkbench";
import { useColorScheme } from "../ui/colorScheme";
import { IconButton } from "../ui/IconButton";
import { Spinner } from "../ui/Spinner";
import { keysOf, usesCommandKey } from "./commands";
import type { Composition } from "./composition";
import { useRuntime } from "./RuntimeBanner";
import { useSampleCount } from "./useSampleCount";

type HeaderProps = {
  composition: Composition;
  onOverlay: (overlay: "commands" | "settings") => void;
};

/** The bar above every page. */
export function Header({ composition, onOverlay }: HeaderProps) {
  const problem = useProblem(composition.workbench);
  const samples = useSampleCount(composition.sampleStorage);
  const keys = keysOf({ key: "k", shift: false }, usesCommandKey(navigator.platform)).join("+");
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-3 py-1.5">
      <Link href="/" className="text-base font-bold tracking-tight">
        Tracemend
      </Link>
      <nav aria-label="Pages" className="flex gap-1">
        <PageLink href="/">Workbench</PageLink>
        <PageLink href="/samples">
          Samples
          {samples !== null && <span className="tabular-nums"> ({samples})</span>}
        </PageLink>
      </nav>
      <RuntimeNote composition={composition} />
      <div className="ml-auto flex items-center gap-1">
        <ShareButton problem={problem} variant="quiet" />
        <IconButton
          label={`Commands (${keys})`}
          icon={<Command />}
          onClick={() => {
            onOverlay("commands");
          }}
        />
        <ThemeButton composition={composition} />
        <IconButton
          label="Settings"
          icon={<Settings2 />}
          onClick={() => {
            onOverlay("settings");
          }}
        />
      </div>
    </header>
  );
}

function PageLink({ href, children }: { href: string; children: ReactNode }) {
  const [isHere] = useRoute(href);
  return (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      className="rounded-md px-2 py-1 text-muted hover:bg-hover hover:text-text aria-[current=page]:bg-raised aria-[current=page]:font-medium aria-[current=page]:text-text"
    >
      {children}
    </Link>
  );
}

/** Quiet: the page can be worked with while Python starts. */
function RuntimeNote({ composition }: { composition: Composition }) {
  const state = useRuntime(composition.runtime);
  if (state.kind !== "loading") return null;
  return (
    <span className="hidden items-center gap-1.5 text-xs text-muted sm:inline-flex">
      <Spinner className="size-3.5" /> {state.detail}…
    </span>
  );
}

function ThemeButton({ composition }: { composition: Composition }) {
  const other = useColorScheme() === "dark" ? "light" : "dark";
  return (
    <IconButton
      label={`Switch to the ${other} theme`}
      icon={other === "dark" ? <Moon /> : <Sun />}
      onClick={() => {
        composition.settings.setState({ theme: other });
      }}
    />
  );
}
