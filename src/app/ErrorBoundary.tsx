import { Component, type ErrorInfo, type ReactNode } from "react";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";

type ErrorBoundaryProps = { children: ReactNode };
type Crash = { error: unknown; where: string };
type ErrorBoundaryState = { crash: Crash | null; copied: boolean };

/** Stands in for a page that could not be drawn: what happened, the details, and a way on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { crash: null, copied: false };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { crash: { error, where: "" } };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.setState({ crash: { error, where: info.componentStack ?? "" } });
  }

  override render(): ReactNode {
    const { crash, copied } = this.state;
    if (crash === null) return this.props.children;
    const details = detailsOf(crash);
    return (
      <main className="mx-auto flex max-w-2xl flex-col gap-4 p-6">
        <h1 className="text-xl font-semibold">Tracemend broke</h1>
        <Notice
          what="The page could not be drawn any further."
          why={headline(crash.error)}
          tryThis="Reload the page. Your program, settings and samples are kept in this browser."
          action={
            <>
              <Button
                variant="primary"
                onClick={() => {
                  location.reload();
                }}
              >
                Reload
              </Button>
              <Button onClick={() => void this.copy(details)}>
                {copied ? "Copied" : "Copy details"}
              </Button>
            </>
          }
        />
        <details>
          <summary className="cursor-pointer">Details</summary>
          <pre className="mt-2 rounded-md bg-raised p-3 text-xs whitespace-pre-wrap wrap-anywhere">
            {details}
          </pre>
        </details>
      </main>
    );
  }

  private async copy(details: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(details);
      this.setState({ copied: true });
    } catch {
      // Without a clipboard the details can still be selected below.
      this.setState({ copied: false });
    }
  }
}

function headline(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function detailsOf({ error, where }: Crash): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return [
    `Tracemend ${__TRACEMEND_VERSION__}`,
    navigator.userAgent,
    headline(error),
    stack,
    where.trim(),
  ].join("\n");
}
