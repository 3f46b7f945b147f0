import { type FigureFrom, FIGURES_FROM, type Profile } from '../assessment/profile.ts';

/** A sentence that is offered for the 数据 of a report. */
export interface Offer {
  /** By which it is known again (the key of `report-figures.ts`). */
  readonly key: string;
  readonly sentence: string;
  readonly trace: string;
}

/**
 * Whether a sentence stands in the 数据 already. `there`: word by word. `older`: as it was put in before, with other numbers
 * and untouched, so that it may be replaced. `touched`: it was put in before, and a person has changed it or taken it out
 * since. `new`: none of these.
 */
export type Standing =
  { readonly is: 'new' | 'there' | 'touched' } | { readonly is: 'older'; readonly line: string };

type Figures = Pick<Profile, 'figures' | 'figuresFrom'>;

export function standingOf({ figures = '', figuresFrom = [] }: Figures, { key, sentence }: Offer): Standing {
  const lines = linesOf(figures);
  if (lines.includes(sentence)) return { is: 'there' };
  const before = figuresFrom.find(({ figure }) => figure === key);
  if (!before) return { is: 'new' };
  return lines.includes(before.text) ? { is: 'older', line: before.text } : { is: 'touched' };
}

/** The 数据 with these sentences: in the place of older ones that nobody has touched, else behind all that stands there. */
export function withFigures(now: Figures, offers: readonly Offer[], at: string): Required<Figures> {
  let lines = (now.figures ?? '').split('\n');
  for (const offer of offers) {
    const standing = standingOf({ ...now, figures: lines.join('\n') }, offer);
    if (standing.is === 'older') {
      lines = lines.map((line) => (line.trim() === standing.line ? offer.sentence : line));
    } else if (standing.is !== 'there') lines = [...withoutLast(lines), offer.sentence];
  }
  const put = offers.map(({ key, sentence, trace }): FigureFrom => ({
    figure: key,
    text: sentence,
    trace,
    at,
  }));
  const keys = new Set(offers.map(({ key }) => key));
  const others = (now.figuresFrom ?? []).filter(({ figure }) => !keys.has(figure));
  return { figures: lines.join('\n'), figuresFrom: [...others, ...put].slice(-FIGURES_FROM) };
}

/** Sentences that were put in and stand there as they were, in the order of the lines. */
export function standingFigures({ figures = '', figuresFrom = [] }: Figures): FigureFrom[] {
  const lines = linesOf(figures);
  return figuresFrom
    .filter(({ text }) => lines.includes(text))
    .sort((a, b) => lines.indexOf(a.text) - lines.indexOf(b.text));
}

/**
 * Sentences that were put in from a year, stand there as they were, and are no longer what its ledgers say: what they counted
 * is gone. One that has other numbers by now is `older`, and none of these; nor is one that another year says as well.
 */
export function unsupportedFigures(now: Figures, yearId: string, offers: readonly Offer[]): FigureFrom[] {
  const ofYear = ({ figure }: FigureFrom): boolean => figure.startsWith(`${yearId}/`);
  const keys = new Set(offers.map(({ key }) => key));
  const others = (now.figuresFrom ?? []).filter((from) => !ofYear(from));
  const said = new Set([...offers.map(({ sentence }) => sentence), ...others.map(({ text }) => text)]);
  return standingFigures(now).filter(
    (from) => ofYear(from) && !keys.has(from.figure) && !said.has(from.text),
  );
}

/** The 数据 without these sentences and their traces; whatever else stands there stays. */
export function withoutFigures(now: Figures, gone: readonly FigureFrom[]): Figures {
  if (gone.length === 0) return now;
  const [texts, keys] = [new Set(gone.map(({ text }) => text)), new Set(gone.map(({ figure }) => figure))];
  return {
    figures: (now.figures ?? '')
      .split('\n')
      .filter((line) => !texts.has(line.trim()))
      .join('\n'),
    figuresFrom: now.figuresFrom?.filter(({ figure }) => !keys.has(figure)),
  };
}

/** Without an empty last line, which is none yet. */
function withoutLast(lines: readonly string[]): readonly string[] {
  return lines.at(-1)?.trim() === '' ? lines.slice(0, -1) : lines;
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim());
}
