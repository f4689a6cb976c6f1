import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { attackCount, attackTable } from "./table";

const page = new URL("../../../docs/security.md", import.meta.url);
const marks = /(<!-- attacks -->\n\n)[^]*(\n\n<!-- end of attacks -->)/;

it("the documented table is what the suite attacks; vitest with `-u` renews it", async () => {
  const text = readFileSync(page, "utf8");
  expect(text).toMatch(marks);
  const renewed = text.replace(
    marks,
    (_, before: string, after: string) => `${before}${attackTable()}${after}`,
  );
  await expect(renewed).toMatchFileSnapshot(page.pathname);
});

it("makes enough attacks, each under a name of its own", () => {
  expect(attackCount).toBeGreaterThan(150);
});
