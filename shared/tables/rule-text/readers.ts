import type { Points } from '../../values/points.ts';
import type { Action, ActionBody } from './actions.ts';
import { GAIN_READERS } from './read-gains.ts';
import { LOSS_READERS } from './read-losses.ts';
import { UNTIL_READERS } from './read-caps.ts';
import { OUTSIDE_READERS } from './read-outside.ts';
import { vetoActions } from './veto.ts';

const READERS = [...UNTIL_READERS, ...OUTSIDE_READERS, ...LOSS_READERS, ...GAIN_READERS];

/** Every scoring phrase of a compact text that some reader knows, in the text's order. */
export function readActions(text: string, fullScore: Points | undefined): Action[] {
  const actions: Action[] = vetoActions(text);
  for (const { pattern, read } of READERS) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const half = halfAfter(text, from + match[0].length);
      const to = from + match[0].length + half.length;
      if (to === from || actions.some((taken) => from < taken.to && taken.from < to)) continue;
      const body = read(match, fullScore);
      if (body)
        actions.push({ ...(half === '' && !match[0].endsWith('分半') ? body : withHalf(body)), from, to });
    }
  }
  return actions.sort((a, b) => a.from - b.from);
}

/** 一分半: the half behind its 分; not 扣1分半年内. */
function halfAfter(text: string, at: number): string {
  return text[at - 1] === '分' && /^半(?![年月天数成径])/.test(text.slice(at)) ? '半' : '';
}

function withHalf(body: ActionBody): ActionBody {
  if (body.kind === 'list' || !('points' in body) || typeof body.points !== 'number') return body;
  return { ...body, points: body.points + 50 };
}
