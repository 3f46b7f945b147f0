import type { WordsLeft } from '../../state/document/use-leave.ts';
import { useRollup } from '../../state/rollup-store.ts';
import { scopeOf, unsentLines } from '../../ui/fields/drafts.tsx';
import { COLLECTION, MARK, OFFICE } from './scopes.ts';

/** Where the first words of the open roll-up are that are not saved. */
export function wordsLeft(): WordsLeft | undefined {
  const { open, ref } = useRollup.getState();
  return open && unsentLines(scopeOf(ref)).flatMap((line) => placeOf(line, open.value) ?? [])[0];
}

type Value = NonNullable<ReturnType<typeof useRollup.getState>['open']>['value'];

/** `line`: as the FieldScopes of its screens are called. */
function placeOf(line: string, { units, points, cases }: Value): WordsLeft | undefined {
  const { jumpTo } = useRollup.getState();
  if (line === OFFICE) return { where: '“单位与收件”的办公室名称', show: () => jumpTo({ screen: 'units' }) };
  if (line === COLLECTION) {
    const at = { screen: 'cases', theCase: undefined } as const;
    return { where: '“典型案例”的征集要求', show: () => jumpTo(at) };
  }
  const unit = units.find(({ id }) => id === line);
  if (unit) return { where: `“单位与收件”的“${unit.name}”`, show: () => jumpTo({ screen: 'units' }) };
  const point = points.find(({ id }) => id === line);
  if (point) {
    const called = [point.day, point.unit, point.kind].filter((text) => text !== '').join(' ');
    const at = { screen: 'points', point: line } as const;
    return { where: `“督查、通报、加扣分”的“${called}”`, show: () => jumpTo(at) };
  }
  const found = cases.find(({ id }) => id === line || MARK + id === line);
  if (!found) return undefined;
  const at = { screen: 'cases', casesView: 'list', casesOf: undefined, theCase: found.id } as const;
  const what = line === found.id ? '' : '的得分';
  return { where: `“典型案例”的“${found.title || '没有标题'}”${what}`, show: () => jumpTo(at) };
}
