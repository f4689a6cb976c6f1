import { Command, Moon, Settings2, Share2, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { Link, useRoute } from "wouter";
import { Button } from "../ui/Button";
import { useColorScheme } from "../ui/colorScheme";
import { IconButton } from "../ui/IconButton";
import { Spinner } from "../ui/Spinner";
import { keysOf, usesCommandKey } from "./commands";
import type { Composition } from "./composition";
import type { Overlay } from "./overlay";
import { useRuntime } from "./RuntimeBanner";
import { useSampleCount } from "./useSampleCount";

type HeaderProps = {
  composition: Composition;
  onOverlay: (overlay: Overlay) => void;
  onShare: () => void;
  /** Further notes on the state of the app. */
  notes: ReactNode;
  /** Moves the focus past the header. */
  onSkip: () => void;
};

/** The bar above every page. */
export function Header({ composition, onOverlay, onShare, notes, onSkip }: HeaderProps) {
  const samples = useSampleCount(composition.sampleStorage);
  const keys = keysOf({ key: "k", shift: false }, usesCommandKey(navigator.platform)).join("+");
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-3 py-1.5">
      <SkipLink onSkip={onSkip} />
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
      {notes}
      <div className="ml-auto flex items-center gap-1">
        <Button variant="quiet" icon={<Share2 />} onClick={onShare}>
          Share
        </Button>
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

/** A fragment link would change the route, so this one moves the focus itself. */
function SkipLink({ onSkip }: { onSkip: () => void }) {
  return (
    <a
      href="#/"
      onClick={(event) => {
        event.preventDefault();
        onSkip();
      }}
      className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-accent focus:px-3 focus:py-1.5 focus:text-on-accent"
    >
      Skip to the content
    </a>
  );
}
