import { BadUsage } from "./badUsage";

/** @throws BadUsage */
export function seedOf(text: string): number {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (seed <= 0xffff_ffff) return seed;
  throw new BadUsage(`--seed takes a whole number from 0 to 4294967295, not "${text}".`);
}

/** @throws BadUsage */
export function clockOf(text: string): string {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text);
  const moment = new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  if (isInstant && !Number.isNaN(moment.getTime())) return `${moment.toISOString().slice(0, 19)}Z`;
  throw new BadUsage(`--clock takes a moment such as 2025-01-01T12:00:00Z, not "${text}".`);
}

/** @throws BadUsage */
export function positive(option: string, text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  // A timer of Node's counts milliseconds in 31 bits.
  if (!(value > 0 && value <= 1_000_000)) {
    throw new BadUsage(`${option} takes a number above 0 and up to 1000000, not "${text}".`);
  }
  return value;
}

/** @throws BadUsage */
export function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) {
    throw new BadUsage(`${option} takes a whole number from 1 on, not "${text}".`);
  }
  return Number(text);
}
