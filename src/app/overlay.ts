/** What is open above the page. */
export type Overlay = "none" | "commands" | "settings" | "startup";
