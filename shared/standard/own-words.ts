import {
  type AdjustmentBlock,
  type Section,
  type Standard,
  type Veto,
  VETO_EFFECT_LABELS,
} from './schema.ts';

/** Over the vetoes of a standard: those of a reference standard are no rule of any notice. */
export function vetoHeading({ authority }: Pick<Standard, 'authority'>): string {
  return authority === 'reference' ? '参考标准的否决事项（非通知规定）' : '一票否决';
}

/** Whose an own veto is. Without a full stop. */
export function ownVetoWords({ authority }: Pick<Standard, 'authority'>): string {
  return authority === 'reference' ? '本软件自拟，非通知规定' : '本标准编制者自拟，没有文件规定';
}

/** Where it is written that a veto has its effect. */
export function vetoOrigin(standard: Standard, { own, basis }: Pick<Veto, 'own' | 'basis'>): string {
  if (own) return ownVetoWords(standard);
  if (basis.length > 0) return basis.map(({ document, clause }) => `${document} ${clause}`.trim()).join('、');
  return standard.authority === 'official' && standard.documentNumber !== ''
    ? standard.documentNumber
    : '本标准';
}

/** What follows where it applies. Without a full stop. */
export function vetoSentence(
  standard: Pick<Standard, 'authority'>,
  { title, effect, own }: Pick<Veto, 'title' | 'effect' | 'own'>,
): string {
  if (own && standard.authority === 'official') return `存在“${title}”，不影响正式结果`;
  const what = `存在“${title}”，${VETO_EFFECT_LABELS[effect]}`;
  return effect === 'notRated' ? `${what}；是否影响推荐由推荐单位认定` : what;
}

/** What of an item or adjustment no document states, and whose it is. */
export function ownWords({ authority }: Pick<Standard, 'authority'>, own: string): string {
  return `${authority === 'reference' ? '本软件自拟' : '本标准编制者自拟'}：${own}`;
}

/** The text as its original has it: what somebody compares with that is nobody's own any more. */
export function withoutOwn(standard: Standard): Standard {
  const section = ({ items, sections, ...rest }: Section): Section => ({
    ...rest,
    items: items.map(({ own: _, ...item }) => item),
    sections: sections.map(section),
  });
  const block = ({ entries, ...rest }: AdjustmentBlock): AdjustmentBlock => ({
    ...rest,
    entries: entries.map(({ own: _, ...entry }) => entry),
  });
  const { sections, bonus, penalty, vetoes } = standard;
  return {
    ...standard,
    sections: sections.map(section),
    ...(bonus && { bonus: block(bonus) }),
    ...(penalty && { penalty: block(penalty) }),
    vetoes: vetoes.map((veto) => ({ ...veto, own: false })),
  };
}
