import type { ColorScheme } from "../../../ui/colorScheme";
import { editor } from "./monaco";

/** The value of one of the theme's colours in force, as `#rrggbb`; Monaco takes nothing else. */
function resolveColor(name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const channels = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
  probe.remove();
  const hex = channels.slice(0, 3).map((channel) => {
    return Math.round(Number(channel)).toString(16).padStart(2, "0");
  });
  return `#${hex.join("")}`;
}

/** Gives all editors the colours of `theme.css` for the scheme in force. */
export function applyEditorTheme(scheme: ColorScheme): void {
  const rule = (token: string, color: string) => ({ token, foreground: resolveColor(color) });
  const surface = resolveColor("surface");
  // Brackets are text: rainbow colours would take the hue of the trace.
  const brackets: editor.IColors = {};
  for (const depth of [1, 2, 3, 4, 5, 6]) {
    brackets[`editorBracketHighlight.foreground${depth}`] = resolveColor("text");
  }
  editor.defineTheme("tracemend", {
    base: scheme === "dark" ? "vs-dark" : "vs",
    inherit: false,
    rules: [
      { token: "", foreground: resolveColor("text") },
      rule("keyword", "syntax-keyword"),
      rule("string", "syntax-string"),
      rule("number", "syntax-number"),
      rule("comment", "syntax-comment"),
      rule("tag", "syntax-number"),
    ],
    colors: {
      ...brackets,
      "editor.background": surface,
      "editor.foreground": resolveColor("text"),
      "editorGutter.background": surface,
      "editorLineNumber.foreground": resolveColor("muted"),
      "editorLineNumber.activeForeground": resolveColor("text"),
      "editorCursor.foreground": resolveColor("text"),
      "editor.selectionBackground": resolveColor("selection"),
      "editor.lineHighlightBackground": resolveColor("raised"),
      "editor.lineHighlightBorder": resolveColor("raised"),
      "editorBracketMatch.background": resolveColor("hover"),
      "editorBracketMatch.border": resolveColor("line-strong"),
      "editorIndentGuide.background1": resolveColor("line"),
      "editorIndentGuide.activeBackground1": resolveColor("line-strong"),
      "editorWidget.background": resolveColor("raised"),
      "editorWidget.foreground": resolveColor("text"),
      "editorWidget.border": resolveColor("line-strong"),
      "editorHoverWidget.background": surface,
      "editorHoverWidget.foreground": resolveColor("text"),
      "editorHoverWidget.border": resolveColor("line-strong"),
      "input.background": surface,
      "input.foreground": resolveColor("text"),
      "input.border": resolveColor("line-strong"),
      focusBorder: resolveColor("accent"),
      "editor.placeholder.foreground": resolveColor("muted"),
    },
  });
  editor.setTheme("tracemend");
}
