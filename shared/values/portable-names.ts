/**
 * Names that every desktop can unpack: Windows (no \ / : * ? " < > |, no device names, no dot or space at the
 * end, 260 units for a whole path) and Linux (255 bytes a name). A percent sign is avoided as well: RFC 8493
 * 2.1.3 writes it as %25 in a manifest, which `sha256sum -c` does not read back.
 */

import { utf8Length } from './file-names.ts';

/** UTF-16 units of a whole path inside the ZIP: leaves about 100 for the folder it is unpacked in. */
export const MAX_PATH_UNITS = 160;
/** UTF-8 bytes of one name. */
const MAX_NAME_BYTES = 240;

const FORBIDDEN = /[\\/:*?"<>|]/gu;
// Controls, lone surrogates, and the marks that turn text around on screen ("gpj.exe" shown as "exe.jpg").
const INVISIBLE = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/iu;

/** A name without anything that Windows or Linux forbids; `fallback` where nothing is left of it. */
export function sanitiseName(name: string, fallback = '未命名'): string {
  const clean = trimEnds(
    name.normalize('NFC').replace(INVISIBLE, '').replace(FORBIDDEN, '_').replaceAll('%', '％'),
  );
  if (clean === '') return fallback;
  return DEVICE.test(clean) ? `_${clean}` : clean;
}

/** Shortens a name to so many UTF-16 units and MAX_NAME_BYTES; a file's ending stays. */
export function fitName(name: string, units: number): string {
  return fits(name, units) ? name : fitStem(...splitEnding(name), units);
}

/** The form in which two names are the same to Windows or macOS: composed, upper-cased letter by letter. */
export function foldName(name: string): string {
  const upper = (letter: string): string => {
    const big = letter.toUpperCase();
    return [...big].length === 1 ? big : letter;
  };
  return [...name.normalize('NFC')].map(upper).join('');
}

/** Hands out names that no desktop takes for one another: the second "a.txt" becomes "a (2).txt". */
export class NameSet {
  readonly #taken = new Set<string>();
  /** By the wish: the last number that was given, so that a thousand equal wishes cost a thousand steps. */
  readonly #last = new Map<string, number>();

  /** A name for `name` within so many UTF-16 units that was not handed out before. */
  take(name: string, units: number): string {
    const [stem, ending] = splitEnding(name);
    const wish = `${units} ${name}`;
    for (let count = (this.#last.get(wish) ?? 0) + 1; ; count += 1) {
      const candidate = count === 1 ? fitName(name, units) : fitStem(stem, ` (${count})${ending}`, units);
      const key = foldName(candidate);
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      this.#last.set(wish, count);
      return candidate;
    }
  }
}

/** True for a name that Windows cannot create, though other systems can. */
export function isHardForWindows(name: string): boolean {
  return /[\\:*?"<>|\p{Cc}]/u.test(name) || /[. ]$/u.test(name) || DEVICE.test(name);
}

function fits(name: string, units: number): boolean {
  return name.length <= units && utf8Length(name) <= MAX_NAME_BYTES;
}

function splitEnding(name: string): [stem: string, ending: string] {
  const ending = /.(\.[^.\s]{1,12})$/u.exec(name)?.[1] ?? '';
  return [name.slice(0, name.length - ending.length), ending];
}

function fitStem(stem: string, tail: string, units: number): string {
  const letters = [...stem];
  while (letters.length > 1 && !fits(letters.join('') + tail, units)) letters.pop();
  return trimEnds(letters.join('')) + tail;
}

function trimEnds(name: string): string {
  return name.replace(/^\s+|[.\s]+$/gu, '');
}
