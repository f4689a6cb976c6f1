/** The id of the element that floating hints and menus are drawn in: inside a landmark of the page. */
export const floatingLayerId = "floating-layer";

/** That element, or the page's body where there is none. */
export function floatingLayer(): HTMLElement {
  return document.getElementById(floatingLayerId) ?? document.body;
}
