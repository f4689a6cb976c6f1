import type { Pointer } from "./api";
import type { Cpython } from "./cpython";

/** The text of a value; a number stands for its digits. */
export type Text = number | string;

/** Python's texts of floats in these bounds are JavaScript's, but for whole numbers. */
const leastFloat = 1e-4;
const mostFloat = 1e16;
/** Ints of two digits of Python's fit; of longer ones Python makes the text. */
const digitRange = 2 ** 30;
/** Bits of an int's tag below its count of digits. */
const tagBits = 3;
const isAscii = 0x40;
const kindBits = 2;
/** Longer texts are cut short, by Python. */
export const plainLength = 1_000;
/** Of a text that is cut, what is at its end is shown too. */
const tailLength = 64;
/** Letters whose text in quotes is the letters. */
const plainLetters = /^[ -&(-[\]-~]*$/;
/** So many letters are turned into a text at once. */
const portion = 512;
/** Fewer ASCII letters are put together one by one, which is quicker. */
const fewLetters = 24;
const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
/** Those that stand in quotes as they are. */
const quotable = ascii.map((letter) => (plainLetters.test(letter) ? letter : ""));

/** Reads the values of the program's from memory, as far as that calls nothing of the program's. */
export class Values {
  constructor(
    private readonly python: Cpython,
    /** Python's `show`: the bounded text of any value. */
    private readonly show: Pointer,
  ) {}

  /** The text of an int, float, text, bool or None, of exactly these types; null for others. */
  scalar(value: Pointer): Text | null {
    const { python } = this;
    const { api } = python;
    const type = python.typeOf(value);
    if (type === api.int) return this.int(value) ?? this.shown(value);
    if (type === api.text) return this.quoted(value);
    if (type === api.float) return this.float(value);
    if (value === api.none) return "None";
    if (value === api.true) return "True";
    if (value === api.false) return "False";
    if (type === api.bytes || type === api.complex) return this.shown(value);
    return null;
  }

  /** An int of at most 60 bits that is a safe integer; else null. */
  int(value: Pointer): number | null {
    const { u32, layout } = this.python;
    const tag = u32[(value + layout.intTag) >>> 2] ?? 0;
    const digits = (value + layout.intDigits) >>> 2;
    const low = u32[digits] ?? 0;
    const count = tag >>> tagBits;
    const sign = 1 - (tag & 3);
    if (count < 2) return sign * low;
    if (count > 2) return null;
    const whole = sign * (low + (u32[digits + 1] ?? 0) * digitRange);
    return Number.isSafeInteger(whole) ? whole : null;
  }

  /** The letters of a text, at most so many from its beginning. */
  letters(value: Pointer, most = Number.POSITIVE_INFINITY): string {
    return this.slice(value, 0, Math.min(most, this.lengthOf(value)));
  }

  /**
   * The text that Python makes of a value.
   * @throws `raised` when the program's time is over.
   */
  shown(value: Pointer): string {
    return this.taken(this.python.call(this.show, 1, value));
  }

  /** The letters of a text that Python made for us; `…` where it is at its limits, and made none. */
  taken(text: Pointer): string {
    const letters = this.python.typeOf(text) === this.python.api.text ? this.letters(text) : "…";
    this.release(text);
    return letters;
  }

  /** Give up a reference. */
  release(value: Pointer): void {
    this.python.api.drop(value);
    this.python.look();
  }

  /** What tells long texts apart that are cut to different ones. */
  private longKey(value: Pointer, length: number): string {
    const tail = this.slice(value, Math.max(length - tailLength, 0), length);
    return `${this.letters(value, plainLength)}\n${tail}`;
  }

  private readonly longTexts = new Map<string, string>();

  private quoted(value: Pointer): string {
    const length = this.lengthOf(value);
    if (length > plainLength) return this.long(value, length);
    if (length <= fewLetters) {
      const text = this.shortQuoted(value, length);
      if (text !== null) return text;
    }
    const letters = this.slice(value, 0, length);
    if (length < plainLength - 2 && plainLetters.test(letters)) return `'${letters}'`;
    return this.long(value, length);
  }

  /** The same for few letters, put together one by one; null where some need more than quotes. */
  private shortQuoted(value: Pointer, length: number): string | null {
    const { u32, u8, layout } = this.python;
    if (((u32[(value + layout.textState) >>> 2] ?? 0) & isAscii) === 0) return null;
    const first = value + layout.asciiLetters;
    let letters = "'";
    for (let at = 0; at < length; at += 1) {
      const letter = quotable[u8[first + at] ?? 0] ?? "";
      if (letter === "") return null;
      letters += letter;
    }
    return `${letters}'`;
  }

  /** The text that Python makes of a text: kept, for much the same texts are often met again. */
  private long(value: Pointer, length: number): string {
    const key = this.longKey(value, length);
    const known = this.longTexts.get(key);
    if (known !== undefined) return known;
    const text = this.shown(value);
    if (this.longTexts.size >= portion) this.longTexts.clear();
    this.longTexts.set(key, text);
    return text;
  }

  private float(value: Pointer): string {
    const number = this.python.f64.getFloat64(value + this.python.layout.floatValue, true);
    const size = Math.abs(number);
    if (size >= leastFloat && size < mostFloat) {
      return Number.isInteger(number) ? `${number}.0` : String(number);
    }
    if (number === 0) return Object.is(number, -0) ? "-0.0" : "0.0";
    if (Number.isNaN(number)) return "nan";
    if (!Number.isFinite(number)) return number > 0 ? "inf" : "-inf";
    return this.shown(value);
  }

  lengthOf(text: Pointer): number {
    return this.python.word(text + this.python.layout.textLength);
  }

  private slice(text: Pointer, start: number, end: number): string {
    const { u32, u8, layout } = this.python;
    const state = u32[(text + layout.textState) >>> 2] ?? 0;
    const width = (state >>> kindBits) & 7;
    const first = text + (state & isAscii ? layout.asciiLetters : layout.letters);
    let letters = "";
    if (state & isAscii && end - start <= fewLetters) {
      for (let at = start; at < end; at += 1) letters += ascii[u8[first + at] ?? 0] ?? "";
      return letters;
    }
    for (let at = start; at < end; at += portion) {
      const from = first + at * width;
      const count = Math.min(portion, end - at);
      if (width === 1) letters += String.fromCharCode(...u8.subarray(from, from + count));
      else letters += this.wide(from, count, width);
    }
    return letters;
  }

  private wide(from: Pointer, count: number, width: number): string {
    const { buffer } = this.python.u8;
    const codes = width === 2 ? new Uint16Array(buffer, from, count) : null;
    if (codes) return String.fromCharCode(...codes);
    return String.fromCodePoint(...new Uint32Array(buffer, from, count));
  }
}
