/** What counts of a patch: how probable it was said to be that it is right, and whether it is. */
export type CalibratedPatch = { confidence: number | null; hidden: { right: boolean } | null };

/** Patches whose predicted probability lies from `from` up to `to`, and how many of them are right. */
export type CalibrationBin = {
  from: number;
  to: number;
  patches: number;
  right: number;
  /** Mean of the predicted probabilities, null for no patch. */
  predicted: number | null;
};

const binCount = 10;

/** The patches that hidden inputs judged and that have a probability, in bins of equal width. */
export function calibrationOf(
  patches: readonly CalibratedPatch[],
  count = binCount,
): CalibrationBin[] {
  const judged = patches.flatMap(({ confidence, hidden }) =>
    confidence === null || hidden === null ? [] : [{ confidence, right: hidden.right }],
  );
  return Array.from({ length: count }, (_, index) => {
    const inside = judged.filter(
      ({ confidence }) => Math.min(Math.floor(confidence * count), count - 1) === index,
    );
    const sum = inside.reduce((total, { confidence }) => total + confidence, 0);
    return {
      from: index / count,
      to: (index + 1) / count,
      patches: inside.length,
      right: inside.filter(({ right }) => right).length,
      predicted: inside.length > 0 ? sum / inside.length : null,
    };
  });
}

const percent = (share: number) => `${String(Math.round(share * 100))}%`;

/** The bins that have patches, a line each. */
export function calibrationTable(bins: readonly CalibrationBin[]): string {
  const rows = bins.flatMap(({ from, to, patches, right, predicted }) =>
    predicted === null
      ? []
      : [
          [
            `${percent(from)}–${percent(to)}`,
            percent(predicted),
            percent(right / patches),
            patches,
          ],
        ],
  );
  const header = ["bin", "predicted", "right", "patches"];
  const cells = [header, ...rows].map((row) =>
    row.map((cell) => String(cell).padStart(9)).join("  "),
  );
  return cells.join("\n");
}

/** Sides of the square in which the curve is drawn, and the room around it. */
const side = 300;
const margin = 44;
const largestDot = 14;

const across = (share: number) => (margin + share * side).toFixed(1);
const down = (share: number) => (margin + (1 - share) * side).toFixed(1);

/**
 * A calibration curve as an SVG document: the share of right patches over the predicted probability,
 * a dot a bin, larger for more patches, beside the diagonal where both are equal.
 */
export function calibrationSvg(bins: readonly CalibrationBin[]): string {
  const most = Math.max(1, ...bins.map(({ patches }) => patches));
  const points = bins.flatMap(({ patches, right, predicted }) =>
    predicted === null ? [] : [{ x: across(predicted), y: down(right / patches), patches, right }],
  );
  const dots = points.map(({ x, y, patches, right }) => {
    const radius = (largestDot * Math.sqrt(patches / most)).toFixed(1);
    return `  <circle class="dot" cx="${x}" cy="${y}" r="${radius}"><title>${right} of ${patches} right</title></circle>`;
  });
  const ticks = [0, 0.5, 1].flatMap((share) => [
    `  <text x="${across(share)}" y="${down(-0.07)}" text-anchor="middle">${percent(share)}</text>`,
    `  <text x="${across(-0.02)}" y="${down(share - 0.015)}" text-anchor="end">${percent(share)}</text>`,
  ]);
  const whole = side + 2 * margin;
  const middle = across(0.5);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" width="${whole}" height="${whole}" role="img" aria-label="Share of right patches over predicted probability">
  <style>
    rect { fill: #ffffff }
    text { font: 12px sans-serif; fill: #333333 }
    .frame, .equal { fill: none; stroke: #999999 }
    .equal { stroke-dasharray: 4 4 }
    .curve { fill: none; stroke: #2563eb; stroke-width: 2 }
    .dot { fill: #2563eb; fill-opacity: 0.5 }
  </style>
  <rect width="${whole}" height="${whole}"/>
  <path class="frame" d="M${across(0)} ${down(1)}V${down(0)}H${across(1)}"/>
  <path class="equal" d="M${across(0)} ${down(0)}L${across(1)} ${down(1)}"/>
  <polyline class="curve" points="${points.map(({ x, y }) => `${x},${y}`).join(" ")}"/>
${[...dots, ...ticks].join("\n")}
  <text x="${middle}" y="${down(-0.13)}" text-anchor="middle">predicted probability of being right</text>
  <text x="${middle}" y="${down(1.06)}" text-anchor="middle">share right on hidden inputs</text>
</svg>
`;
}
